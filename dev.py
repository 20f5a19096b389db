"""All development tasks of this checkout: python dev.py run | test | check | bench | soak | strings | tour | build.

Each command first sets up what is missing (a .venv, the locked libraries, Qt's Debian packages); a second
start takes no time for that. Standard library only; Windows, macOS and Linux.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tools.setup import ROOT, make_ready, script
from tools.strings import release_changed
from tools.system import has_screen
from tools.words import Trouble, say, tell

USAGE = """Front Desk

python dev.py run                  start the program on the training practice
python dev.py run --kiosk          a desk and a check-in kiosk side by side on it, paired by themselves
python dev.py test [pytest args]   run the tests on every core; a path, -k or the like in one process
python dev.py test --wine [paths | --part NAME]
                                   run the tests that make sense on Windows under Wine, on the last commit, by parts
python dev.py again                run up to three tests that failed in the last run again, each three times alone
python dev.py check                formatting, lint, types, import contracts, size budgets, texts
python dev.py bench [--json FILE]  measure every budget
python dev.py soak [--minutes N] [--json FILE] [--seed S] [--kiosks N --desks N]
                                   cut thousands of exchanges at every point, and count what was lost or doubled
python dev.py splits [--families N] [--seed N]
                                   compare the preview of a payment with what is posted, for 10,000 random families
python dev.py fuzz [--requests N] [--seed S] [--only NUMBER]
                                   send 100,000 random requests to a served practice: no failure, none over 60 s
python dev.py strings [LANGUAGE ...]
                                   collect all texts into resources/translations; name a language ("es") to begin it
python dev.py tour [--size WxH]    open every screen offscreen, one picture a step, in build/tour
python dev.py tour --kiosk         every page of the kiosk, in both languages and every look, in build/tour-of-kiosk
python dev.py build [--compare | --twice]
                                   make the bundle in build/dist, check what is in it, and take its tour; compare
                                   that with the tour from source, or build twice and name what differs
python dev.py build --windows [--verify [--built] [--part NAME]]
                                   make the Windows executable and installers of the last commit under Wine, and
                                   check them there; --built checks what was made last, --part a part of it
"""

CHOOSING = (
    "-k", "-m", "-n", "--dist", "--lf", "--last-failed", "--sw", "--stepwise", "--co", "--collect-only", "--pdb",
)  # fmt: skip
"""Options of pytest that select tests, control their distribution, or need a single process."""
OFFSCREEN = {"QT_QPA_PLATFORM": "windows" if os.name == "nt" else "offscreen"}
"""Without a screen. On Windows Qt finds fonts on the platform windows only: offscreen it draws boxes for letters."""
COMPILED_ONCE = {"PYTHONDONTWRITEBYTECODE": ""}
"""Bytecode is kept: tests start the program some hundred times, and each start would compile it again."""


def run(arguments: list[str]) -> int:
    """Start the program on the training practice; without a screen, run the tour instead."""
    if not has_screen():
        say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set): taking the tour instead")
        return tour(["--kiosk"] if arguments == ["--kiosk"] else [])
    python = make_ready("runtime")
    release_changed()
    if arguments == ["--kiosk"]:
        return _call([str(python), "-m", "app", "training-kiosk"])
    return _call([str(python), "-m", "app", "--training", *arguments])


def test(arguments: list[str]) -> int:
    """Run all tests on every core, or those selected by pytest's arguments in one process. No tests is a failure."""
    python = make_ready("runtime", "dev")
    if "--wine" in arguments:
        rest = [each for each in arguments if each != "--wine"]
        return _call([str(python), "-m", "tools.building.windows_tests", *rest])
    # By file, in the order of tests/conftest.py: the slowest first.
    spread = ["--dist", "loadfile", "--no-loadscope-reorder"]
    # One process more than cores: a fifth of the time tests wait for a socket or a timer.
    processes = (os.cpu_count() or 1) + 1
    everywhere = [] if _choose_tests(arguments) else ["-n", str(processes), *spread]
    return _call([str(python), "-m", "pytest", *everywhere, *arguments], COMPILED_ONCE)


def again(arguments: list[str]) -> int:
    """Run the tests that failed in the last run again, alone: what fails then too is no matter of load."""
    _no_arguments("again", arguments)
    return _call([str(make_ready("runtime", "dev")), "-m", "tools.again"], COMPILED_ONCE)


def _choose_tests(arguments: list[str]) -> bool:
    """Whether pytest's arguments select tests or control their distribution. `-q`, `-x` or `-vv` don't."""
    return any(
        each.startswith(CHOOSING) or (not each.startswith("-") and (ROOT / each.partition("::")[0]).exists())
        for each in arguments
    )


def check(arguments: list[str]) -> int:
    """Run every check even if earlier ones fail, and summarize."""
    _no_arguments("check", arguments)
    python = str(make_ready("runtime", "dev"))
    checks = {
        "format": [python, "-m", "ruff", "format", "--check", "."],
        "lint": [python, "-m", "ruff", "check", "."],
        "types": [python, "-m", "mypy"],
        "imports": [script("lint-imports"), "--no-cache", "--no-logo"],
        "sizes": [python, "-m", "tools.sizes"],
        "wording": [python, "-m", "tools.wording"],
        "strings": [python, "-m", "tools.strings", "--check"],
    }
    failed = []
    for name, command in checks.items():
        say(name)
        if _call(command) != 0:
            failed.append(name)
    for name in checks:
        tell(f"{'FAILED' if name in failed else 'ok':7}{name}")
    return 1 if failed else 0


def bench(arguments: list[str]) -> int:
    """Measure every budget; if Xvfb is installed, on its screen too."""
    python = make_ready("runtime", "dev", for_screens=True if shutil.which("Xvfb") else None)
    return _call([str(python), "-m", "bench", *arguments])


def soak(arguments: list[str]) -> int:
    """Take money over lines that are cut everywhere; fail if anything is lost, doubled or misreported."""
    return _call([str(make_ready("runtime")), "-m", "soak", *arguments])


def splits(arguments: list[str]) -> int:
    """Prove that the split preview of a payment is what the office posts."""
    return _call([str(make_ready("runtime", "dev")), "-m", "tests.support.money.splits", *arguments])


def fuzz(arguments: list[str]) -> int:
    """Send random requests to a served practice; fail if one fails, takes too long, or leaves the database broken."""
    return _call([str(make_ready("runtime", "dev")), "-m", "tests.support.fuzz.fuzz", *arguments])


def strings(arguments: list[str]) -> int:
    """Collect the program's texts for translation, and compile the existing translations."""
    return _call([str(make_ready("runtime")), "-m", "tools.strings", *arguments])


def tour(arguments: list[str]) -> int:
    """Open every screen offscreen on the training practice and save a picture of each step."""
    python = make_ready("runtime")
    release_changed()
    folder = ROOT / "build" / ("tour-of-kiosk" if "--kiosk" in arguments else "tour")
    _clear(folder)
    result = _call([str(python), "-m", "app", "tour", "--out", str(folder), *arguments], OFFSCREEN)
    if {"-h", "--help"}.intersection(arguments):
        return result
    return result or _show_tour(folder)


def build(arguments: list[str]) -> int:
    """Build the bundle, look at what is in it, then run its tour to prove that it works on its own."""
    if arguments[:1] == ["--windows"]:
        python = make_ready("runtime", "dev")
        return _call([str(python), "-m", "tools.building.windows", *arguments[1:]])
    python = make_ready("runtime", "dev", for_screens=True)
    return _call([str(python), "-m", "tools.building", *arguments])


def _clear(folder: Path) -> None:
    """Remove an earlier tour's pictures, so that none of them is taken for a new one."""
    for each in (*folder.glob("*.png"), *folder.glob("tour.json")):
        each.unlink()


def _show_tour(folder: Path) -> int:
    """Report the tour's pictures; fail if one is missing."""
    try:
        steps = json.loads((folder / "tour.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Trouble(f"The tour left no tour.json that can be read in {folder}.") from error
    rows = steps["steps"] if isinstance(steps, dict) else steps
    missing = [each["file"] for each in rows if not (folder / each["file"]).exists()]
    if missing or not rows:
        raise Trouble(f"The tour did not keep these pictures: {', '.join(missing) or 'any'}")
    say(f"{len(rows)} pictures in {folder}")
    return 0


def _call(command: list[str], changes: dict[str, str] | None = None, folder: Path = ROOT) -> int:
    """Run a command until it ends; Ctrl+C reaches it too, and its end is awaited."""
    environment = {**os.environ, **(changes or {})}
    environment = {name: value for name, value in environment.items() if value or name not in (changes or {})}
    with subprocess.Popen(command, cwd=folder, env=environment) as child:
        try:
            return child.wait()
        except KeyboardInterrupt:
            try:
                child.wait(timeout=10)
            except subprocess.TimeoutExpired:
                child.terminate()
            raise


def _no_arguments(command: str, arguments: list[str]) -> None:
    if arguments:
        raise Trouble(f"{command} takes no arguments, and was given: {' '.join(arguments)}")


COMMANDS = {
    "run": run,
    "test": test,
    "again": again,
    "check": check,
    "bench": bench,
    "soak": soak,
    "splits": splits,
    "fuzz": fuzz,
    "strings": strings,
    "tour": tour,
    "build": build,
}


def main(arguments: list[str]) -> int:
    """Run one command; returns the process's exit code."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        sys.stdout.write(USAGE)
        return 0
    if arguments[0] not in COMMANDS:
        sys.stderr.write(f"Not a command: {arguments[0]}\n\n{USAGE}")
        return 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except Trouble as trouble:
        sys.stderr.write(f"\n{trouble}\n")
        return 1
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped.\n")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
