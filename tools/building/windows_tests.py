"""The tests that make sense on Windows, run under Wine: `python dev.py test --wine [pytest's arguments]`.

The last commit is tested, in the cache's tree. Without a path, the parts below the network.
"""

from __future__ import annotations

import sys
from pathlib import Path

from installer.wine.cache import Cache
from installer.wine.setup import set_up
from tools.words import Trouble, say

ROOT = Path(__file__).resolve().parents[2]
RUN = ("tests/core", "tests/domain", "tests/wire")
"""What runs without a path."""
SECONDS = 1800
VARIABLES = {"PYTHONUNBUFFERED": "1", "HYPOTHESIS_PROFILE": "unhurried"}
TEST_SECONDS = 180
"""More than elsewhere: the first test that needs Qt loads it, which takes half a minute under Wine."""


def main(arguments: list[str]) -> int:
    """Run the tests; returns pytest's exit code."""
    named = any((ROOT / each.partition("::")[0]).exists() for each in arguments if not each.startswith("-"))
    try:
        cache = Cache.usual()
        with cache.alone():
            commit = set_up(cache, ROOT)
            say(f"Testing commit {commit[:8]} under Wine")
            command = [
                cache.python, "-m", "pytest", "-p", "no:cacheprovider", "-q", f"--timeout={TEST_SECONDS}", "-rs",
                *arguments, *(() if named else RUN),
            ]  # fmt: skip
            return cache.run(cache.windows(*command, variables=VARIABLES), SECONDS)
    except Trouble as trouble:
        sys.stderr.write(f"\n{trouble}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
