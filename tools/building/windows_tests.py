"""The tests that make sense on Windows, run under Wine: `python dev.py test --wine`.

    python dev.py test --wine                       every part below, one after the other
    python dev.py test --wine --part core --part api    only these
    python dev.py test --wine tests/core/test_files.py -k held    what pytest's arguments select

The last commit is tested, in a folder of its own beside the tree that is built in. Each part has its own process and
time limit, and the cache's lock only while it runs, so that a build waits for one part and not for all. A line a part
is printed, then what failed, then JSON. Outputs are kept in the folder, in build/wine-tests.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from installer.wine.cache import Cache
from installer.wine.setup import set_up
from tools.strings import release
from tools.words import Trouble, say, tell

ROOT = Path(__file__).resolve().parents[2]
TREE = "tests"
"""The folder of the cache in which the tests run."""
KEPT = Path("build") / "wine-tests"
SECONDS = 480
VARIABLES = {
    "PYTHONUNBUFFERED": "1",
    "HYPOTHESIS_PROFILE": "unhurried",
    "QT_QPA_FONTDIR": "Z:/usr/share/fonts/truetype/liberation",  # Wine's Windows has no fonts in its folder of fonts
}
LAST_LINES = 40
AT_ONCE = ("-n", "2", "--dist", "loadfile")
"""Two processes; the tests of a file stay together."""
_PASSED = re.compile(r"^\[gw\d\] \[ *\d+%\] PASSED tests/", re.MULTILINE)
_FAILED = re.compile(r"^\[gw\d\] \[ *\d+%\] (?:FAILED|ERROR) (tests/.*?) *$", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """Tests that run in one process."""

    name: str
    paths: tuple[str, ...]
    """pytest's arguments: folders, files, or `-k` and the like."""
    seconds: float = SECONDS


PEOPLE = ("catalog", "clinical", "papers", "people", "schedule", "sql")
"""Folders of the practice's tests."""
BITS = ("test_any_single_bit", "test_any_single_bit_after_a_crash")
"""They open a file for each of its bits, which takes Wine many minutes: no system does anything of its own there."""
PARTS = (
    Part("core", ("tests/core",)),
    Part("domain", ("tests/domain",)),
    Part("wire", ("tests/wire",)),
    Part("sealed", ("tests/sealed", *(f"--deselect=tests/sealed/test_damage.py::{each}" for each in BITS))),
    Part("store", ("tests/store",)),
    Part("journal", ("tests/journal",)),
    Part("api", ("tests/api",)),
    Part("system", ("tests/bootstrap/system", "tests/bootstrap/doors")),
    Part(
        "bootstrap",
        (
            "tests/bootstrap/hub", "tests/bootstrap/test_listener.py", "tests/bootstrap/test_long_paths.py",
            "tests/bootstrap/test_scanner.py", "tests/bootstrap/test_training.py",
            "tests/bootstrap/test_vault_access.py",
        ),
    ),
    Part("updates", ("tests/services/updates", "tests/bootstrap/updates")),
    Part("hub-server", ("tests/hub/server", "tests/hub/shared", "tests/hub/desk")),
    Part("hub-office", ("tests/hub/office", "tests/hub/check_in", "tests/hub/kiosk")),
    Part("practice-money", ("tests/practice/money", "tests/practice/insurance")),
    Part("practice-people", tuple(f"tests/practice/{each}" for each in PEOPLE)),
    Part(
        "practice",
        (
            "tests/practice",
            *(f"--ignore=tests/practice/{each}" for each in ("money", "insurance", *PEOPLE)),
        ),
    ),
    Part(
        "starting",
        (
            "tests/journeys/test_first_start.py", "tests/journeys/test_second_start.py",
            "tests/journeys/test_second_copy.py", "tests/journeys/connecting",
            "tests/journeys/frame/test_closing.py", "tests/journeys/people/test_locking.py",
        ),
    ),
    Part(
        "working",
        (
            "tests/journeys/test_booking.py", "tests/journeys/money/test_payment.py",
            "tests/journeys/check_in", "tests/journeys/papers",
        ),
    ),
    Part(
        "kiosk",
        (
            "tests/bootstrap/kiosk/test_supervisor.py", "tests/bootstrap/kiosk/test_restarting.py",
            "tests/journeys/kiosk/test_checking_in.py", "tests/journeys/kiosk/test_process.py",
        ),
    ),
)  # fmt: skip
"""From what everything stands on to some journeys: start, lock, book, pay, print, check in."""


@dataclass
class Outcome:
    """What came of a part."""

    part: str
    seconds: int = 0
    passed: int = 0
    failed: list[str] = field(default_factory=list)
    """Their names, or why the part itself failed."""
    skipped: dict[str, int] = field(default_factory=dict)
    """How many tests, by reason."""

    @property
    def line(self) -> str:
        """For people."""
        counts = [f"{self.passed} passed"]
        counts += [f"{len(self.failed)} failed"] if self.failed else []
        counts += [f"{sum(self.skipped.values())} skipped"] if self.skipped else []
        return f"{'FAILED' if self.failed else 'ok':7}{self.part}: {', '.join(counts)}, {self.seconds} s"


def main(arguments: list[str]) -> int:
    """Run the tests; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python dev.py test --wine", add_help=False)
    parser.add_argument("--part", action="append", choices=[each.name for each in PARTS], default=[])
    chosen, rest = parser.parse_known_args(arguments)
    parts = [each for each in PARTS if each.name in chosen.part] or list(PARTS)
    if any((ROOT / each.partition("::")[0]).exists() for each in rest if not each.startswith("-")):
        parts, rest = [Part("chosen", tuple(rest))], []
    try:
        return _run(Cache.usual(), parts, rest)
    except Trouble as trouble:
        sys.stderr.write(f"\n{trouble}\n")
        return 1
    except KeyboardInterrupt:
        return 130


def _run(cache: Cache, parts: list[Part], more: list[str]) -> int:
    with cache.alone():
        tree = cache.folder / TREE
        commit = set_up(cache, ROOT, tree)
        release(tree / "resources" / "translations")  # with this system's own lrelease
    say(f"Testing commit {commit[:8]} under Wine, in {len(parts)} parts")
    outcomes = []
    for part in parts:
        with cache.alone():
            outcome = _run_part(cache, tree, part, more)
        outcomes.append(outcome)
        tell(outcome.line)
        if outcome.failed:
            _show(tree / KEPT / f"{part.name}.log")
    sys.stdout.write(
        json.dumps({"commit": commit, "parts": [asdict(each) for each in outcomes]}, indent=2) + "\n"
    )
    total = [sum(each) for each in zip(*(_counts(each) for each in outcomes), strict=True)]
    sys.stdout.write(f"{total[0]} passed, {total[1]} failed, {total[2]} skipped\n")
    return 1 if total[1] or not total[0] else 0


def _counts(outcome: Outcome) -> tuple[int, int, int]:
    return outcome.passed, len(outcome.failed), sum(outcome.skipped.values())


def _run_part(cache: Cache, tree: Path, part: Part, more: list[str]) -> Outcome:
    kept = tree / KEPT
    kept.mkdir(parents=True, exist_ok=True)
    results, log = kept / f"{part.name}.xml", kept / f"{part.name}.log"
    results.unlink(missing_ok=True)
    command = [
        cache.python, "-m", "pytest", "-p", "no:cacheprovider", "-v", "--tb=short", *AT_ONCE,
        f"--junitxml={results.relative_to(tree).as_posix()}", *more, *part.paths,
    ]  # fmt: skip
    began = time.monotonic()
    trouble = ""
    try:
        with log.open("wb") as output:
            code = cache.run(cache.windows(*command, folder=tree, variables=VARIABLES), part.seconds, output)
        trouble = "" if code in {0, 1} else f"pytest ended with exit code {code}"
    except Trouble as slow:
        trouble = str(slow)
    outcome = read_results(part.name, results, trouble, log)
    outcome.seconds = round(time.monotonic() - began)
    return outcome


def read_results(name: str, results: Path, trouble: str = "", log: Path | None = None) -> Outcome:
    """What pytest's results tell. A part without results, or without a test, has failed.

    `log`: what it printed; a part that was cut off has no results.
    """
    outcome = Outcome(name, failed=[trouble] if trouble else [])
    if not results.exists():
        said = log.read_text(encoding="utf-8", errors="replace") if log is not None and log.exists() else ""
        outcome.passed = len(_PASSED.findall(said))
        outcome.failed = [*(outcome.failed or ["pytest left no results"]), *_FAILED.findall(said)]
        return outcome
    for case in ET.parse(results).getroot().iter("testcase"):  # noqa: S314 # written by pytest just now
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            test = f"{case.get('classname', '').replace('.', '/')}.py::{case.get('name')}"
            if test not in outcome.failed:  # a test whose fixture fails too is there twice
                outcome.failed.append(test)
        elif skipped is not None:
            reason = skipped.get("message", "")
            outcome.skipped[reason] = outcome.skipped.get(reason, 0) + 1
        else:
            outcome.passed += 1
    if not outcome.passed and not outcome.failed:
        outcome.failed.append("no test has passed")
    return outcome


def _show(log: Path) -> None:
    last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-LAST_LINES:]
    sys.stdout.write("\n".join([*last, ""]))
    tell(f"the whole output is in {log}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
