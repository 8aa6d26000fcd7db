"""`bell briefs replay`, as somebody types it."""

from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app
from tests.replay.recording import lines

RUNNER = CliRunner()


def test_a_day_of_a_file_is_replayed_and_summed_up_with_exit_code_0(tmp_path: Path) -> None:
    bars = tmp_path / "bars.csv"
    bars.write_text("\n".join(lines()), encoding="utf-8")
    done = RUNNER.invoke(app, ["briefs", "replay", "--days", "1", "--bars", str(bars)])
    assert done.exit_code == 0, done.output
    assert "12-29" in done.output
    assert "3 slots, 0 days without trading between them" in done.output
    assert "0 faults" in done.output


def test_days_outside_of_the_calendar_are_one_sentence_and_exit_code_2() -> None:
    done = RUNNER.invoke(app, ["briefs", "replay", "--days", "3", "--to", "2031-01-06"])
    assert done.exit_code == 2
    assert "2031-01-06" in done.output
