"""`python -m bench [PART ...] [--rounds N] [--json FILE]`: measures all budgets; exit code 1 when one is exceeded."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from bench.figures import Figure

PARTS = (
    "startup",
    "kiosk",
    "painting",
    "odontogram",
    "requests",
    "heartbeat",
    "idle",
    "memory",
    "wire",
    "client",
    "practice",
    "hub",
    "search",
    "lists",
    "desk_lists",
    "fill",
    "audit",
    "journal",
    "account",
    "ledger",
    "task_list",
    "task_counts",
    "tasks",
    "day",
)
IN_ROUNDS = frozenset({"startup", "kiosk", "heartbeat"})
"""Parts that accept a number of rounds."""


def measure(parts: Sequence[str], rounds: int | None, tell: Callable[[str], None]) -> list[Figure]:
    """Measure parts, one after the other; yields each one's figures when it is done."""
    figures: list[Figure] = []
    for part in parts:
        tell(f"{part} …")
        work = import_module(f"bench.{part}").measure
        found: list[Figure] = work(rounds) if rounds is not None and part in IN_ROUNDS else work()
        for figure in found:
            tell(line(figure))
        figures += found
    return figures


def line(figure: Figure) -> str:
    """A figure as one line of the table."""
    limit, mark = "no limit    ", ""
    if figure.limit is not None:
        limit, mark = f"limit {figure.limit:6.2f}", "ok" if figure.ok else "OVER"
    return f"{figure.name:56} {figure.value:8.2f}  {limit}  {figure.unit:24} {mark}".rstrip()


def main(arguments: Sequence[str]) -> int:
    """Run the requested measurements. The exit code is 1 when a budget is exceeded."""
    parser = argparse.ArgumentParser(prog="python dev.py bench", description="Measure every budget.")
    parser.add_argument("parts", nargs="*", metavar="PART", help="the same as --only")
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    parser.add_argument("--rounds", type=int, default=None, help="rounds of what is measured in turn")
    parser.add_argument("--json", type=Path, default=None, help="a file for the figures")
    asked = parser.parse_args(arguments)
    parts = asked.parts or [part.strip() for part in asked.only.split(",") if part.strip()]
    if unknown := [part for part in parts if part not in PARTS]:
        parser.error(f"no such part: {', '.join(unknown)}")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    figures = measure(parts, asked.rounds, _tell)
    if asked.json is not None:
        asked.json.write_text(
            json.dumps([asdict(each) for each in figures], indent=2) + "\n", encoding="utf-8"
        )
    over = [each for each in figures if not each.ok]
    _tell(f"{len(figures)} figures, {len(over)} over their limit")
    return 1 if over else 0


def _tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
