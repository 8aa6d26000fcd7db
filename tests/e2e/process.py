"""A real bot in a process of its own, against a hall: started, stopped, killed."""

import asyncio
import os
import signal
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from bot.sandbox.cast import BOT_TOKEN, OWNER
from bot.sandbox.server import HallServer

ROOT = Path(__file__).parents[2]
NO_PACE = {"SEND_RATE": "0", "SEND_RATE_PRIVATE": "0", "SEND_RATE_GROUP": "0"}


class BotProcess:
    """One `bell run`; its log goes to a file that a failing test can show."""

    def __init__(
        self, server: HallServer, database_url: str, folder: Path, **settings: str
    ) -> None:
        self.environment: Mapping[str, str] = {
            **{k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG", "TMPDIR"}},
            "PYTHONPATH": str(ROOT),
            "BOT_TOKEN": BOT_TOKEN,
            "OWNER_IDS": str(OWNER),
            "TELEGRAM_API_BASE": server.base_url,
            "DATABASE_URL": database_url,
            "QUOTES": "rehearsal",
            "LISTEN": "",
            "LOG_LEVEL": "INFO",
            **NO_PACE,
            **settings,
        }
        self.folder = folder
        self.log = folder / "bot.log"
        self.command: tuple[str, ...] = (sys.executable, "-m", "bot", "run")
        self._process: asyncio.subprocess.Process | None = None

    @property
    def pid(self) -> int:
        """Return the process id."""
        assert self._process is not None
        return self._process.pid

    async def start(self) -> float:
        """Start it; return the instant, for measuring."""
        began = time.perf_counter()
        with self.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.command, cwd=self.folder, env=dict(self.environment), stdout=log, stderr=log
            )
        return began

    async def kill(self) -> None:
        """End it at once, in the middle of whatever it does."""
        assert self._process is not None
        self._process.kill()
        await self._process.wait()

    async def stop(self) -> int:
        """Ask it to stop as an operating system does; return its exit code."""
        assert self._process is not None
        if self._process.returncode is None:
            self._process.send_signal(signal.SIGTERM)
        return await asyncio.wait_for(self._process.wait(), 15)

    async def wait(self) -> int:
        """Wait until it ends by itself; return its exit code."""
        assert self._process is not None
        return await asyncio.wait_for(self._process.wait(), 30)

    def memory_mib(self) -> float:
        """Return its resident memory in MiB (Linux)."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        return 0.0
