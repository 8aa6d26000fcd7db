"""Bots that are born at once: a parent has read all the code already, and forks one for each start.

Reading the code takes most of a start, and a test that kills twenty processes would wait for
nothing else. What is forked is a process of its own all the same: it opens its own database and
connections, and a kill leaves of it what a kill leaves.
"""

import asyncio
import json
import os
import signal
import sys
import time
import traceback
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.sandbox.server import HallServer
from tests.e2e.clocked import MovedClock, play
from tests.e2e.process import ROOT, BotProcess


class BornBot(BotProcess):
    """A bot that goes by a test's clock; starts in a tenth of a second."""

    def __init__(
        self,
        parent: asyncio.subprocess.Process,
        clock: MovedClock,
        server: HallServer,
        database_url: str,
        folder: Path,
    ) -> None:
        super().__init__(server, database_url, folder)
        self._parent = parent
        self._clock = clock
        self._child = 0

    @property
    def pid(self) -> int:
        """Return the process id."""
        return self._child

    async def start(self) -> float:
        """Start it; return the instant, for measuring."""
        began = time.perf_counter()
        instant = self._clock.now().isoformat()
        birth = {
            "environment": {**self.environment, "CLOCK_STARTS_AT": instant},
            "folder": str(self.folder),
            "log": str(self.log),
        }
        self._child = await self._asked(birth)
        return began

    async def kill(self) -> None:
        """End it at once, in the middle of whatever it does."""
        os.kill(self._child, signal.SIGKILL)
        assert await self.wait() == -signal.SIGKILL

    async def stop(self) -> int:
        """Ask it to stop as an operating system does; return its exit code."""
        os.kill(self._child, signal.SIGTERM)
        return await self.wait()

    async def wait(self) -> int:
        """Wait until it ends by itself; return its exit code."""
        return await self._asked({"wait": self._child})

    async def _asked(self, what: dict[str, Any]) -> int:
        assert self._parent.stdin is not None
        assert self._parent.stdout is not None
        self._parent.stdin.write(json.dumps(what).encode() + b"\n")
        return int(await asyncio.wait_for(self._parent.stdout.readline(), 30))


@asynccontextmanager
async def nursery() -> AsyncIterator[asyncio.subprocess.Process]:
    """Open the parent of such bots."""
    pipe = asyncio.subprocess.PIPE
    parent = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.e2e.nursery", cwd=ROOT, stdin=pipe, stdout=pipe
    )
    try:
        yield parent
    finally:
        assert parent.stdin is not None
        parent.stdin.close()
        await parent.wait()


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
        os.dup2(log, 2)
        asyncio.run(
            play(MovedClock(datetime.fromisoformat(birth["environment"]["CLOCK_STARTS_AT"])))
        )
        code = 0
    except BaseException:  # noqa: BLE001 - the edge: this process ends here
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        os._exit(code)


def _serve() -> None:
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            answer = os.waitstatus_to_exitcode(os.waitpid(asked["wait"], 0)[1])
        else:
            answer = _bear(asked)
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _serve()
