"""Bots that are born at once: a parent has read all the code already, and forks one for each start.

Reading the code takes most of a start, and a test that kills twenty processes would wait for
nothing else. What is forked is a process of its own all the same: it opens its own database and
connections, and a kill leaves of it what a kill leaves.
"""

import asyncio
import gc
import json
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.cli import main
from bot.compliance.gate import Gate
from bot.compliance.rulepack import default_pack
from bot.i18n import words_for
from bot.sandbox.server import HallServer
from tests.e2e.clocked import MovedClock, play
from tests.e2e.process import ROOT, BotProcess


class Nursery:
    """The parent of such bots: asked a line at a time, it answers with a number."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.e2e.nursery"],
            cwd=ROOT,
            env={**os.environ, "COLUMNS": "240"},  # the console asks once, when it is read
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, what: dict[str, Any]) -> int:
        """Let a process begin (its id is the answer) or wait for one (its exit code is)."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(what) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())

    def run(
        self, folder: Path, arguments: Sequence[str], environment: Mapping[str, str]
    ) -> "subprocess.CompletedProcess[str]":
        """Run `bell` to its end in a folder; return what it printed, and its exit code."""
        said, errors = folder / "stdout.txt", folder / "stderr.txt"
        for kept in (said, errors):
            kept.write_text("")
        birth = {"arguments": arguments, "environment": environment, "folder": str(folder)}
        child = self.ask({**birth, "log": str(said), "errors": str(errors)})
        code = self.ask({"wait": child})
        return subprocess.CompletedProcess(
            arguments, code, said.read_text("utf-8"), errors.read_text("utf-8")
        )

    def close(self) -> None:
        """Let it end."""
        self._process.communicate(timeout=30)


class BornBot(BotProcess):
    """A bot that starts in a tenth of a second; it goes by a test's clock if there is one."""

    def __init__(
        self,
        parent: Nursery,
        server: HallServer,
        database_url: str,
        folder: Path,
        clock: MovedClock | None = None,
        **settings: str,
    ) -> None:
        super().__init__(server, database_url, folder, **settings)
        self._parent = parent
        self._clock = clock
        self._child = 0
        self._code: int | None = None

    @property
    def pid(self) -> int:
        """Return the process id."""
        return self._child

    async def start(self) -> float:
        """Start it; return the instant, for measuring."""
        began = time.perf_counter()
        birth: dict[str, Any] = {
            "environment": dict(self.environment),
            "folder": str(self.folder),
            "log": str(self.log),
        }
        if self._clock is None:
            birth["arguments"] = self.command[self.command.index("bot") + 1 :]
        else:
            birth["environment"]["CLOCK_STARTS_AT"] = self._clock.now().isoformat()
        self._code = None
        self.log.touch()
        self._child = await self._asked(birth)
        return began

    async def kill(self) -> None:
        """End it at once, in the middle of whatever it does."""
        os.kill(self._child, signal.SIGKILL)
        assert await self.wait() == -signal.SIGKILL

    async def stop(self) -> int:
        """Ask it to stop as an operating system does; return its exit code."""
        if self._code is None:
            os.kill(self._child, signal.SIGTERM)
        return await self.wait()

    async def wait(self) -> int:
        """Wait until it ends by itself; return its exit code."""
        if self._code is None:
            self._code = await self._asked({"wait": self._child})
        return self._code

    async def _asked(self, what: dict[str, Any]) -> int:
        return await asyncio.wait_for(asyncio.to_thread(self._parent.ask, what), 30)


def _bear(birth: dict[str, Any]) -> int:
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        os.chdir(birth["folder"])
        os.environ.clear()
        os.environ.update(birth["environment"])
        log = os.open(birth["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(log, 1)
        errors = os.open(birth.get("errors", birth["log"]), os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        os.dup2(errors, 2)
        code = _live(birth)
    except BaseException:  # noqa: BLE001 - the edge: this process ends here
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _live(birth: dict[str, Any]) -> int:
    if "arguments" not in birth:
        instant = datetime.fromisoformat(birth["environment"]["CLOCK_STARTS_AT"])
        asyncio.run(play(MovedClock(instant)))
        return 0
    sys.argv = ["bell", *birth["arguments"]]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _read_ahead() -> None:
    """Read what every start reads: the catalogues and the rules take longer than the code."""
    words_for(ZoneInfo("Asia/Shanghai"))
    Gate(default_pack())
    gc.freeze()


def _serve() -> None:
    _read_ahead()
    alive: set[int] = set()
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            answer = os.waitstatus_to_exitcode(os.waitpid(asked["wait"], 0)[1])
            alive.discard(asked["wait"])
        else:
            answer = _bear(asked)
            alive.add(answer)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
    for child in alive:  # of a test that failed
        os.kill(child, signal.SIGKILL)


if __name__ == "__main__":
    _serve()
