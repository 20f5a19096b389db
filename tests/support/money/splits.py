"""The command `python dev.py splits [--families N] [--seed N]`."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.support.money.split_proof import prove


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(
        prog="python dev.py splits", description="Compare split previews with what is posted."
    )
    parser.add_argument("--families", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--first", type=int, default=1, help="begin with this family of the seed")
    given = parser.parse_args()
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        tally = asyncio.run(prove(Path(folder) / "splits.db", given.families, given.seed, given.first))
    ways = ", ".join(f"{count} {way}" for way, count in tally.ways.most_common())
    sys.stdout.write(
        f"{tally.families} families in {time.monotonic() - began:.0f} s (seed {given.seed}): {tally.splits} splits"
        f" compared; {ways}; plans charged {tally.charged} times\n"
    )
    for each in tally.wrong[:20]:
        sys.stdout.write(f"WRONG {each}\n")
    sys.stdout.write(f"{len(tally.wrong)} differences\n")
    return 1 if tally.wrong or not tally.families else 0


if __name__ == "__main__":
    sys.exit(main())
