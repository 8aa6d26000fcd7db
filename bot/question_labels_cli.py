"""`bell questions labels`: the labelled pairs that askers' clicks have left, as JSON lines."""

from pathlib import Path
from typing import Annotated

import typer

from bot.compliance_cli import out, stop

LabelsOut = Annotated[Path, typer.Argument(help="Where to write; must not exist yet.")]


def labels(file: LabelsOut) -> None:
    """Write every judged pair (query, entry, right or wrong, rank); no person is named in it."""
    from bot.cli import open_configured  # noqa: PLC0415 - the command line imports this file
    from bot.questions.labels import lines  # noqa: PLC0415

    if file.exists():
        stop(f"{file} exists already: name another file, nothing is overwritten.")
    with open_configured() as db:
        rows = db.read_sync(lines)
    try:
        file.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    except OSError as error:
        stop(f"{file} cannot be written ({error.strerror}): name a file in a folder that exists.")
    out.print(f"{len(rows)} labelled pairs are in {file}.")
