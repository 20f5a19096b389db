"""One receptionist's day (day.py) in a process that loads what it needs as the program does.

A plain import would load parts that the program leaves out: the command line of httpx, and the signatures of Qt.
"""

from __future__ import annotations

import sys

from app.bootstrap import process_memory
from app.bootstrap.import_hooks import load_httpx, load_qt


def main(address: str, seed: int, *, measured: bool) -> None:
    """Load, and work."""
    process_memory.configure()
    load_qt()
    load_httpx()
    from bench.children import day
    from bench.desks import new_loop

    with new_loop() as loop:
        loop.run_until_complete(day.main(address, seed, measured=measured))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), measured=sys.argv[3] == "measured")
