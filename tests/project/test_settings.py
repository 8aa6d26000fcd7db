import re
from pathlib import Path

import pytest

from bot.config import Settings, SettingsError, load_settings
from bot.env_example import env_example

ROOT = Path(__file__).parents[2]
TOKEN = "1234567890:" + "a" * 35
DESIGNED = {
    *("BOT_TOKEN", "OWNER_IDS", "TELEGRAM_API_BASE", "DATABASE_URL", "DATA_DIR"),
    *("COMMUNITY_TIMEZONE", "COMMUNITY_EXCHANGE", "COMMUNITY_DAY_START", "DEFAULT_LANGUAGE"),
    *("BRIEF_MORNING", "BRIEF_NOON", "BRIEF_EVENING", "BRIEF_POLICY"),
    *("QUOTES", "TENCENT_BASE", "SINA_BASE", "EASTMONEY_BASE", "YAHOO_BASE"),
    *("REHEARSAL_BARS", "NEWS_FEEDS", "WEBHOOK_URL", "WEBHOOK_SECRET", "LISTEN"),
    *("SEND_RATE", "SEND_RATE_PRIVATE", "SEND_RATE_GROUP", "LOG_LEVEL", "LOG_FORMAT"),
}


@pytest.fixture(autouse=True)
def _empty_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_the_example_file_lists_every_setting_as_the_code_has_it() -> None:
    assert (ROOT / ".env.example").read_text(encoding="utf-8") == env_example()


def test_the_names_that_the_design_fixes_exist() -> None:
    assert {name.upper() for name in Settings.model_fields} >= DESIGNED


def test_the_example_file_works_once_the_first_two_settings_are_filled_in() -> None:
    text = (ROOT / ".env.example").read_text(encoding="utf-8")
    text = text.replace("BOT_TOKEN=", f"BOT_TOKEN={TOKEN}").replace("OWNER_IDS=", "OWNER_IDS=7")
    Path(".env").write_text(text, encoding="utf-8")
    assert load_settings().owner_ids == (7,)


def test_a_missing_setting_is_named_with_what_is_allowed() -> None:
    with pytest.raises(SettingsError, match=r"^BOT_TOKEN is missing: .*allowed: .*\.$"):
        load_settings()


@pytest.mark.parametrize(
    ("name", "received"),
    [
        ("OWNER_IDS", "12,x"),
        ("OWNER_IDS", "-5"),
        ("OWNER_IDS", "0"),
        ("BRIEF_NOON", "25:00"),
        ("COMMUNITY_TIMEZONE", "Mars/Base"),
        ("COMMUNITY_TIMEZONE", "../etc/passwd"),
        ("COMMUNITY_EXCHANGE", "NASDAQ"),
        ("DEFAULT_LANGUAGE", "fr"),
        ("QUOTES", "tencent,crystal-ball"),
        ("SINA_BASE", "hq.sinajs.cn"),
        ("YAHOO_BASE", "ftp://example.com"),
        ("LISTEN", "everywhere"),
        ("SEND_RATE", "-1"),
        ("SEND_RATE", "fast"),
        ("LOG_LEVEL", "LOUD"),
        ("WEBHOOK_URL", "http://example.com"),
        ("NEWS_FEEDS", "file:///etc/passwd"),
    ],
)
def test_a_malformed_setting_is_named_with_what_was_received_and_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, received: str
) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("OWNER_IDS", "7")
    monkeypatch.setenv(name, received)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    sentence = str(caught.value)
    assert re.fullmatch(rf"{name} is malformed: received “.*”; allowed: .*\.", sentence)
    assert received in sentence


def test_a_malformed_token_or_database_address_is_never_repeated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OWNER_IDS", "7")
    monkeypatch.setenv("BOT_TOKEN", "123:short-secret")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "short-secret" not in str(caught.value)
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "mysql://me:hunter2@host/db")
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert "hunter2" not in str(caught.value)


def test_an_unknown_key_in_the_env_file_is_refused() -> None:
    Path(".env").write_text(f"BOT_TOKEN={TOKEN}\nOWNER_IDS=7\nBOT_TOKN=1\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"^BOT_TOKN is not a setting"):
        load_settings()


def test_a_webhook_needs_its_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("OWNER_IDS", "7")
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.com")
    with pytest.raises(SettingsError, match=r"^WEBHOOK_SECRET is missing"):
        load_settings()


def test_full_width_commas_between_owners_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("OWNER_IDS", "7，8、9")
    assert load_settings().owner_ids == (7, 8, 9)


def test_an_empty_listen_opens_no_port(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LISTEN", "")
    token = "1234567890:" + "a" * 35
    assert load_settings(_env_file=None, bot_token=token, owner_ids="7").listen == ""
    monkeypatch.delenv("LISTEN")
    assert load_settings(_env_file=None, bot_token=token, owner_ids="7").listen


@pytest.mark.parametrize(
    ("name", "received"),
    [("WRITER_BASE", "ftp://writer.example"), ("WRITER_KEY", "a key with blanks")],
)
def test_a_writer_that_cannot_be_is_named_and_its_key_never_shown(
    name: str, received: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key, value in {"BOT_TOKEN": TOKEN, "OWNER_IDS": "7", name: received}.items():
        monkeypatch.setenv(key, value)
    with pytest.raises(SettingsError, match=rf"^{name} is malformed: ") as caught:
        load_settings()
    assert ("a key" in str(caught.value)) is False


def test_a_writer_needs_a_model(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {"BOT_TOKEN": TOKEN, "OWNER_IDS": "7", "WRITER_BASE": "https://writer.example/v1"}
    for key, value in known.items():
        monkeypatch.setenv(key, value)
    with pytest.raises(SettingsError, match=r"^WRITER_MODEL is missing: "):
        load_settings()
    monkeypatch.setenv("WRITER_MODEL", "tiny")
    assert load_settings().writer_base == "https://writer.example/v1"
