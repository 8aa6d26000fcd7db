"""`make bench`: everything that was promised to be fast, each beside its yardstick.

`make bench ARGS="--only boards"` measures one of them; each is a file of this folder.
"""

import argparse
import sys
from collections.abc import Callable, Sequence

from tests.bench import boards, gate, messages, orders, retrieval, trading

BENCHES: dict[str, Callable[[int], None]] = {
    "boards": lambda _rounds: boards.run(),
    "orders": lambda _rounds: orders.run(),
    "screening": lambda _rounds: gate.run(),
    "retrieval": lambda _rounds: retrieval.run(),
    "messages": messages.run,
    "trading": trading.run,
}


def main(arguments: Sequence[str]) -> None:
    """Measure what was asked for, or everything, and print."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of messages and trading")
    parser.add_argument("--only", choices=sorted(BENCHES))
    chosen = parser.parse_args(arguments)
    for name, run in BENCHES.items():
        if chosen.only in (None, name):
            run(chosen.rounds)


main(sys.argv[1:])
