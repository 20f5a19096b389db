"""The Windows executable, built on Linux under Wine: `python dev.py build --windows [--verify]`.

It shows whether the program can be built and works on Windows. A release is built on Windows, by the same spec.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path

from installer.wine.cache import Cache
from installer.wine.setup import set_up
from tools.words import Trouble, say, tell

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / "build" / "dist-windows"
TRANSLATING_SECONDS = 120
BUILDING_SECONDS = 1200
LISTED = 12
"""How many of the largest parts are shown."""


def main(arguments: list[str]) -> int:
    """Build, and verify what was built if that is asked for."""
    parser = argparse.ArgumentParser(prog="python dev.py build --windows")
    parser.add_argument("--verify", action="store_true", help="start what was built under Wine, and check it")
    chosen = parser.parse_args(arguments)
    try:
        cache = Cache.usual()
        with cache.alone():
            program = build(cache)
            if not chosen.verify:
                return 0
            from installer.verify_under_wine.checks import verify  # noqa: PLC0415 - rarely asked for

            return verify(cache, program)
    except Trouble as trouble:
        sys.stderr.write(f"\n{trouble}\n")
        return 1


def build(cache: Cache) -> Path:
    """Build the last commit in the cache's tree, and copy the result here. Returns the bundle in the tree."""
    began = time.monotonic()
    commit = set_up(cache, ROOT)
    say(f"Building commit {commit[:8]} under Wine")
    _python(cache, "-m", "tools.strings", "--compile", seconds=TRANSLATING_SECONDS)
    made = cache.tree / "build" / "dist"
    shutil.rmtree(made, ignore_errors=True)  # nothing of an earlier build may be taken for this one's
    _python(
        cache, "-m", "PyInstaller", "installer/front-desk.spec", "--noconfirm", "--log-level", "WARN",
        "--distpath", "build/dist", "--workpath", "build/work", seconds=BUILDING_SECONDS,
    )  # fmt: skip
    bundles = [each.parent for each in made.glob("*/*.exe")]
    if not bundles:
        raise Trouble("PyInstaller made no executable.")
    shutil.rmtree(BUILT, ignore_errors=True)
    shutil.copytree(made, BUILT)
    _show_sizes(BUILT / bundles[0].name, time.monotonic() - began)
    return bundles[0]


def _python(cache: Cache, *arguments: str, seconds: float) -> None:
    """Run the tree's Windows Python. Raises Trouble if it fails."""
    code = cache.run(cache.windows(cache.python, *arguments), seconds)
    if code != 0:
        raise Trouble(f"{' '.join(arguments[:3])} failed under Wine with exit code {code}.")


def _show_sizes(bundle: Path, seconds: float) -> None:
    """The bundle's size, and which of its parts have most of it."""
    files = [each for each in bundle.rglob("*") if each.is_file()]
    total = sum(each.stat().st_size for each in files)
    say(f"{bundle.relative_to(ROOT)}: {total / 1e6:.1f} MB in {len(files)} files, built in {seconds:.0f} s")
    for each in sorted(files, key=lambda file: file.stat().st_size, reverse=True)[:LISTED]:
        tell(f"{each.stat().st_size / 1e6:6.1f} MB  {each.relative_to(bundle)}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
