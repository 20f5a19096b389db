"""`python -m tools.building`: what `python dev.py build` does, in the .venv's Python."""

from __future__ import annotations

import argparse
import sys

from tools.building import bundle
from tools.words import Trouble


def main(arguments: list[str]) -> int:
    """Build as asked. Returns the exit code."""
    parser = argparse.ArgumentParser(prog="python dev.py build")
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument(
        "--compare", action="store_true", help="compare the bundle's tour with the one from source"
    )
    ways.add_argument("--twice", action="store_true", help="build twice, and name what differs")
    ways.add_argument("--no-tour", action="store_true", help="build and check only")
    parser.add_argument(
        "--any-size", action="store_true", help="tell the size, and leave the limit to others"
    )
    given = parser.parse_args(arguments)
    if given.twice:
        bundle.make_twice()
        return 0
    bundle.make(any_size=given.any_size)
    if given.compare:
        bundle.compare()
    elif not given.no_tour:
        bundle.take_tour()
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Trouble as trouble:
        sys.stderr.write(f"\n{trouble}\n")
        sys.exit(1)
