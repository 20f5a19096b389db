"""Runs a few failed tests again, alone: whether they fail on a quiet computer too. Standard library only."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tools.words import Trouble, say, tell

FAILED = Path(".pytest_cache/v/cache/lastfailed")
MOST = 3
"""More failures than this come from a change, not from the load of three processes on two cores."""
TIMES = 3
"""A test that fails now and then even alone is not let through by luck."""


def main() -> int:
    """Run the failed tests of the last run again, in the current folder. Returns 0 if all of them pass each time."""
    failed = _failed()
    if len(failed) > MOST:
        say(f"{len(failed)} tests failed: too many to be run again alone")
        return 1
    still = [each for each in failed if not _passes(each)]
    for each in failed:
        tell(
            f"{'FAILED again' if each in still else f'FAILED once, passed {TIMES} times alone: find out why'}: {each}"
        )
    return 1 if still else 0


def _failed() -> list[str]:
    try:
        told = json.loads(FAILED.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Trouble(f"pytest kept no list of failed tests in {FAILED}.") from error
    if not told:
        raise Trouble(f"No test is named in {FAILED}, so something else went wrong.")
    return list(told)


def _passes(test: str) -> bool:
    """Whether a test passes each time. The list of failed tests stays as it is."""
    say(f"again, {TIMES} times alone: {test}")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test]
    return all(subprocess.run(command, check=False).returncode == 0 for _ in range(TIMES))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Trouble as trouble:
        sys.exit(str(trouble))
