"""Makes the bundle, looks at what is in it, and takes its tour."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from tools.building import comparing, contents, lean, leftovers, moment, windows_resources
from tools.building.parts import CONSOLE, FOLDER, ROOT
from tools.words import Trouble, say, tell

BUILD = ROOT / "build"
WORK = BUILD / "work"
BUNDLE = BUILD / "dist" / FOLDER
OFFSCREEN = {"QT_QPA_PLATFORM": "windows" if os.name == "nt" else "offscreen"}
"""Without a screen. On Windows Qt finds fonts on the platform windows only: offscreen it draws boxes for letters."""


def make(*, any_size: bool = False, afresh: bool = False) -> None:
    """Build the bundle and check what is in it. Raises Trouble.

    `any_size`: its size is told only. `afresh`: without what earlier builds left in PyInstaller's cache, and here even
    if it was made of the same.
    """
    windows_resources.check_one_version()
    own_cache = {}
    if afresh:
        shutil.rmtree(WORK, ignore_errors=True)
        own_cache = {"PYINSTALLER_CONFIG_DIR": str(WORK / "cache")}
    leftovers.clear(WORK)
    say("Building the bundle")
    _call([sys.executable, "-m", "tools.strings", "--compile"], "The texts could not be compiled.")
    _call(
        [sys.executable, "-m", "PyInstaller", str(ROOT / "installer" / "front-desk.spec"), "--noconfirm",
         "--log-level", "WARN", "--distpath", str(BUNDLE.parent), "--workpath", str(WORK)],
        "PyInstaller could not build the bundle.",
        {**moment.same_each_time(), **own_cache, **lean.VARIABLES},
    )  # fmt: skip
    _check_modules()
    _check_size(any_size=any_size)


def started_by() -> Path:
    """The bundle's executable that prints."""
    return BUNDLE / (f"{CONSOLE}.exe" if os.name == "nt" else CONSOLE)


def _check_modules() -> None:
    wanted = contents.imported()
    if lines := contents.lacking(wanted, contents.modules(BUNDLE)):
        raise Trouble(
            "The bundle lacks what the program imports:\n" + "\n".join(f"   {each}" for each in lines)
        )
    warnings = (WORK / "front-desk" / "warn-front-desk.txt").read_text(encoding="utf-8")
    if lines := contents.wrongly_excluded(warnings):
        raise Trouble("The bundle leaves out what it needs:\n" + "\n".join(f"   {each}" for each in lines))
    say(f"It holds all {len(wanted)} modules of other projects that the program imports")
    _call(
        [sys.executable, "-m", "tools.building.importing", str(BUNDLE)],
        "With the bundle's modules alone, these modules of the program can't be imported.",
        OFFSCREEN,
    )
    say("With these alone, every module of the program can be imported")


def _check_size(*, any_size: bool) -> None:
    parts = contents.sizes(BUNDLE)
    megabytes = parts.total() / 1e6
    limit = contents.LIMITS.get(sys.platform)
    say(f"{BUNDLE.relative_to(ROOT)} has {megabytes:.1f} MB" + (f" of at most {limit:.0f}" if limit else ""))
    for part, size in parts.most_common():
        if size >= 50_000:
            tell(f"{size / 1e6:7.1f} MB  {part}")
    if limit and megabytes > limit and not any_size:
        raise Trouble(f"The bundle has {megabytes:.1f} MB, and at most {limit:.0f} are allowed.")


def take_tour() -> Path:
    """The bundle's tour, offscreen, without anything of this checkout or its .venv. Returns its folder."""
    shown = _cleared("tour-of-bundle")
    alone = {"PYTHONPATH": "", "PYTHONHOME": "", "VIRTUAL_ENV": "", **OFFSCREEN}
    _call(
        [str(started_by()), "tour", "--out", str(shown)], "The bundle could not take its tour.", alone, BUILD
    )
    say(f"{len(comparing.steps(shown))} pictures in {shown}")
    return shown


def compare() -> None:
    """Take both tours at the same time, the bundle's and that of the sources. Raises Trouble if they differ."""
    source = _cleared("tour")
    failed: list[Trouble] = []

    def from_source() -> None:
        try:
            _call(
                [sys.executable, "-m", "app", "tour", "--out", str(source)],
                "The program could not take its tour from source.",
                OFFSCREEN,
                quiet=True,
            )
        except Trouble as trouble:
            failed.append(trouble)

    beside = threading.Thread(target=from_source)
    beside.start()
    try:
        shown = take_tour()
    finally:
        beside.join()
    if failed:
        raise failed[0]
    if lines := comparing.tours_differ(source, shown):
        raise Trouble(
            "The bundle's tour is not the one from source:\n" + "\n".join(f"   {each}" for each in lines)
        )
    say("The bundle's tour is the same as the one from source")


def make_twice() -> None:
    """Build twice from nothing, and name the files that differ. Raises Trouble if there are any."""
    make(afresh=True)
    first = comparing.hashes(BUNDLE)
    make(afresh=True)
    if lines := comparing.builds_differ(first, comparing.hashes(BUNDLE)):
        raise Trouble("Two builds of the same sources differ:\n" + "\n".join(f"   {each}" for each in lines))
    say(f"Two builds are the same, in all {len(first)} files")


def _cleared(name: str) -> Path:
    """A tour's folder without an earlier tour's pictures, so that none of them is taken for a new one."""
    folder = BUILD / name
    for each in (*folder.glob("*.png"), *folder.glob("tour.json")):
        each.unlink()
    return folder


def _call(
    command: list[str],
    trouble: str,
    changes: dict[str, str] | None = None,
    folder: Path = ROOT,
    *,
    quiet: bool = False,
) -> None:
    """Run a command; a change to nothing removes a variable; quiet keeps errors only. Raises Trouble."""
    environment = {**os.environ, **(changes or {})}
    environment = {name: value for name, value in environment.items() if value or name not in (changes or {})}
    prints = subprocess.DEVNULL if quiet else None
    code = subprocess.run(command, cwd=folder, env=environment, stdout=prints, check=False).returncode
    if code != 0:
        raise Trouble(f"{trouble} (exit code {code})")
