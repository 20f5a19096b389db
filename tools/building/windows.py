"""The Windows executable and its installers, made on Linux under Wine: `python dev.py build --windows [--verify]`.

It shows whether the program can be built, is installed, and works on Windows. A release is built on Windows, by the
same spec.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from installer.verify_under_wine.packages import Built, Package, make_older
from installer.verify_under_wine.plan import PARTS
from installer.wine.cache import Cache
from installer.wine.setup import set_up
from tools.building import icon, installers
from tools.building.moment import made_at
from tools.building.parts import FOLDER, ROOT
from tools.words import Trouble, say

BUILT = ROOT / "build" / "dist-windows"
INSTALLERS = ROOT / "build" / "installers"
BUILDING_SECONDS = 2400


def main(arguments: list[str]) -> int:
    """Build, and verify what was built if that is asked for."""
    parser = argparse.ArgumentParser(prog="python dev.py build --windows")
    parser.add_argument(
        "--verify", action="store_true", help="install what was built under Wine, and check it"
    )
    parser.add_argument(
        "--built", action="store_true", help="check what --verify built last, without building"
    )
    parser.add_argument(
        "--part", action="append", choices=PARTS, help="check this only; may be given repeatedly"
    )
    chosen = parser.parse_args(arguments)
    if not chosen.verify and (chosen.built or chosen.part):
        parser.error("--built and --part belong to --verify")
    try:
        cache = Cache.usual()
        with cache.alone():
            if not chosen.verify:
                make_installers(build(cache))
                return 0
            built = last_packages(cache) if chosen.built else make_packages(build(cache, any_size=True))
            from installer.verify_under_wine.checks import verify  # noqa: PLC0415 - rarely asked for

            return verify(cache, built, chosen.part or PARTS)
    except Trouble as trouble:
        sys.stderr.write(f"\n{trouble}\n")
        return 1


def build(cache: Cache, *, any_size: bool = False) -> Path:
    """Build the last commit in the cache's tree, and copy the result here. Returns the bundle in the tree.

    `any_size`: the verification judges the size, after everything else.
    """
    began = time.monotonic()
    commit = set_up(cache, ROOT)
    made = cache.tree / "build" / "dist"
    shutil.rmtree(made, ignore_errors=True)  # nothing of an earlier build may be taken for this one's
    say(f"Building commit {commit[:8]} under Wine")
    # There is no git in Wine that could tell when the sources were made.
    variables = {"PYTHONUNBUFFERED": "1", "SOURCE_DATE_EPOCH": str(made_at())}
    arguments = ["--no-tour", *(["--any-size"] if any_size else [])]
    command = cache.windows(cache.python, "-m", "tools.building", *arguments, variables=variables)
    code = cache.run(command, BUILDING_SECONDS)
    if code != 0:
        raise Trouble(f"The Windows executable could not be built (exit code {code}).")
    shutil.rmtree(BUILT, ignore_errors=True)
    shutil.copytree(made, BUILT)
    say(f"{(BUILT / FOLDER).relative_to(ROOT)} is made, in {time.monotonic() - began:.0f} s")
    return made / FOLDER


def make_installers(bundle: Path) -> None:
    """Make the setup program, the MSI and the portable zip beside the bundle, and copy them here."""
    made = bundle.parent.parent / "installers"
    shutil.rmtree(made, ignore_errors=True)
    installers.make_all(bundle, made, _icon(bundle))
    shutil.rmtree(INSTALLERS, ignore_errors=True)
    shutil.copytree(made, INSTALLERS)


def make_packages(bundle: Path) -> Built:
    """Both installers, and at the same time those of an older version, which is upgraded."""
    with ThreadPoolExecutor() as at_once:
        before = at_once.submit(make_older, bundle, bundle.parent.parent / "installers-older")
        make_installers(bundle)
        before.result()
    return _packages(bundle)


def last_packages(cache: Cache) -> Built:
    """What was made last. The checks' own part that runs in Windows is this checkout's last commit."""
    set_up(cache, ROOT)
    built = _packages(cache.tree / "build" / "dist" / FOLDER)
    say(f"Made {time.ctime(built.portable.stat().st_mtime)}: it may not be this commit's")
    return built


def _packages(bundle: Path) -> Built:
    older, newer = (bundle.parent.parent / each for each in ("installers-older", "installers"))
    return Built(
        bundle,
        Package("NSIS", _the(older, "*-setup.exe"), _the(newer, "*-setup.exe")),
        Package("MSI", _the(older, "*.msi"), _the(newer, "*.msi")),
        _the(newer, "*-portable.zip"),
    )


def _the(folder: Path, pattern: str) -> Path:
    """The only such file. Raises Trouble."""
    found = list(folder.glob(pattern))
    if len(found) != 1:
        raise Trouble(
            f"{folder} has {len(found)} files {pattern}: python dev.py build --windows --verify makes them."
        )
    return found[0]


def _icon(bundle: Path) -> Path:
    """The program's icon in a file that makensis can read."""
    file = bundle.parent.parent / "front-desk.ico"
    file.write_bytes(icon.icon())
    return file


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
