import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.config import load_settings
from bot.logs import set_up_logs

TOKEN = "1234567890:SECRET" + "a" * 30


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    stream = io.StringIO()
    monkeypatch.setattr("sys.stderr", stream)
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    settings = load_settings(
        bot_token=TOKEN,
        owner_ids="7",
        database_url="postgresql://me:hunter2%40x@db/x",
        _env_file=None,
    )
    set_up_logs(settings)
    yield stream
    root.handlers, root.level = handlers, level
    structlog.reset_defaults()


def test_no_secret_reaches_a_line_whatever_carries_it(lines: io.StringIO) -> None:
    log = structlog.get_logger()
    log.error("call", url=f"https://api.telegram.org/bot{TOKEN}/getMe")
    log.error("nested", value={"deep": [TOKEN]})
    log.error(f"in the event {TOKEN}")
    logging.getLogger("some.library").error("connecting to %s with %s", "hunter2@x", TOKEN)
    log.error("as written", url="postgresql://me:hunter2%40x@db/x")
    try:
        raise OSError(f"https://x/bot{TOKEN}/sendMessage")
    except OSError:
        log.exception("failed")
        logging.getLogger("library").exception("failed")
    text = lines.getvalue()
    assert text.count("[hidden]") >= 7
    assert "SECRET" not in text
    assert "hunter2" not in text
