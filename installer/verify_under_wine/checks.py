"""Starts what was built under Wine, on the windows platform, and checks it: one line a check, then JSON.

The office is the training practice, served by the console program; the desk gets its keys from Windows' vault.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from installer.verify_under_wine.relay import Heard, relay
from installer.verify_under_wine.running import Windows, running, until
from installer.verify_under_wine.screen import Screen, screen
from installer.wine.cache import Cache, windows_path
from tools.building.parts import CONSOLE, WINDOWED
from tools.words import Trouble, say

START_SECONDS = 60.0
END_SECONDS = 30.0
TOUR_SECONDS = 420.0
COLORS = 200
"""A window with text has more: its letters are smoothed."""
PATIENT = 200
_ABOUT_PATIENT = re.compile(rf"(/patients/|PatNum=){PATIENT}\b")
PLATFORM = {"QT_QPA_PLATFORM": "windows"}
VAULT_ENTRIES = (
    "import keyring; from app.api.vault import SERVICE, Vault; from app.api.modes import service_address; "
)


@dataclass
class Report:
    """What was found, one entry a check."""

    checks: list[dict[str, object]] = field(default_factory=list)

    def check(self, name: str, do: Callable[[], str]) -> bool:
        """Do it, and print a line about it. `do` returns what is to be said beside it, or raises Trouble."""
        began = time.monotonic()
        try:
            words, passed = do(), True
        except (Trouble, OSError, ValueError, KeyError) as error:
            words, passed = str(error), False
        seconds = round(time.monotonic() - began, 1)
        self.checks.append({"name": name, "passed": passed, "seconds": seconds, "words": words})
        sys.stdout.write(f"{'ok' if passed else 'FAILED':7}{name} ({seconds:.1f} s) {words}\n")
        sys.stdout.flush()
        return passed

    @property
    def passed(self) -> bool:
        """Whether nothing failed."""
        return bool(self.checks) and all(each["passed"] for each in self.checks)


@dataclass
class Desk:
    """The built program, its folder of data, and where it is shown."""

    windows: Windows
    shown: Screen
    bundle: Path
    home: Path

    @property
    def program(self) -> Path:
        """The windowed executable."""
        return self.bundle / f"{WINDOWED}.exe"

    @property
    def console(self) -> Path:
        """Its twin, which prints."""
        return self.bundle / f"{CONSOLE}.exe"

    def start(self, *arguments: str) -> tuple[str, ...]:
        """The command that starts the windowed program."""
        return (windows_path(self.program), *arguments)


def verify(cache: Cache, bundle: Path) -> int:
    """Check the bundle in the cache. Returns 0 if everything is as it should be."""
    say("Checking it under Wine")
    report = Report()
    with screen() as shown, tempfile.TemporaryDirectory(prefix="verify-", dir=cache.folder) as folder:
        home = Path(folder) / "home"
        variables = {**PLATFORM, "FRONT_DESK_HOME": windows_path(home)}
        desk = Desk(Windows(cache, shown.display, variables), shown, bundle, home)
        desk.windows.end_all()
        try:
            report.check("help", lambda: _help(desk))
            _training(report, desk)
            _office(report, desk)
            report.check("tour on the windows platform", lambda: _tour(desk, Path(folder) / "tour"))
        finally:
            desk.windows.end_all()
    result = {"passed": report.passed, "checks": report.checks}
    sys.stdout.write(json.dumps(result, indent=2) + "\n")
    return 0 if report.passed else 1


def _help(desk: Desk) -> str:
    code, text = desk.windows.output(windows_path(desk.console), "--help")
    if code != 0 or "Front Desk" not in text:
        raise Trouble(f"exit code {code}: {text[-200:]}")
    return f"{len(text.splitlines())} lines"


# --- on the training practice ------------------------------------------------------------------------------


def _training(report: Report, desk: Desk) -> None:
    with desk.windows.started(*desk.start("--training")) as child:
        if report.check("starts on the training practice", lambda: _painted(desk)):
            report.check("one instance", lambda: _second_start(desk))
            report.check("closes by its window", lambda: _closed(desk, child))


def _painted(desk: Desk) -> str:
    colors = 0

    def seen() -> bool:
        nonlocal colors
        colors = desk.shown.picture().colors
        return colors > COLORS

    seconds = until(seen, "no text was painted", START_SECONDS)
    return f"text after {seconds:.1f} s, {colors} colors"


def _second_start(desk: Desk) -> str:
    before = set(running(desk.program.name))
    code, _ = desk.windows.output(*desk.start("--training"), seconds=START_SECONDS)
    after = set(running(desk.program.name))
    if code != 0 or after != before:
        raise Trouble(f"exit code {code}, {len(before)} processes before and {len(after)} after")
    return "the second start ended, the first runs"


def _closed(desk: Desk, child: subprocess.Popen[str]) -> str:
    desk.windows.close(desk.program.name)
    seconds = until(lambda: child.poll() is not None, "the program runs on", END_SECONDS)
    if child.returncode != 0:
        raise Trouble(f"exit code {child.returncode}")
    return f"in {seconds:.1f} s"


# --- at an office, with keys from the vault ----------------------------------------------------------------


def _office(report: Report, desk: Desk) -> None:
    with _served(desk) as (port, keys), relay(port) as heard:
        server = f"127.0.0.1:{heard.port}"
        if not report.check("keys are stored in Windows' vault", lambda: _store(desk, server, keys)):
            return
        try:
            (desk.home / "config").mkdir(parents=True, exist_ok=True)
            (desk.home / "config" / "settings.json").write_text(
                json.dumps({"mode": "Service", "server": server}), encoding="utf-8"
            )
            with desk.windows.started(*desk.start()) as child:
                report.check("reads its keys from the vault", lambda: _opened(heard, keys))
                report.check("--patient in the running program", lambda: _patient(desk, heard))
                report.check("closes at an office", lambda: _closed(desk, child))
            report.check("keeps its own key in the vault", lambda: _seal_stays(desk, heard))
        finally:
            _forget(desk, server)


@contextmanager
def _served(desk: Desk) -> Iterator[tuple[int, dict[str, str]]]:
    """The practice's port and keys, from the line that it prints."""
    database = windows_path(desk.home.parent / "practice.sqlite")
    with desk.windows.started(windows_path(desk.console), "practice", "--database", database) as child:
        for line in child.stdout or ():
            if line.startswith("{"):
                told = json.loads(line)
                yield int(told["address"].rpartition(":")[2].partition("/")[0]), told
                return
        raise Trouble("the practice didn't start")


def _python(desk: Desk, code: str, *arguments: str) -> str:
    """Run something in the Windows Python that has the program's sources; returns what it prints."""
    ended, text = desk.windows.output(
        desk.windows.cache.python, "-c", f"import sys; sys.path.insert(0, sys.argv.pop(1)); {VAULT_ENTRIES}{code}",
        windows_path(desk.windows.cache.tree), *arguments,
    )  # fmt: skip
    if ended != 0:
        raise Trouble(text[-300:])
    return text.strip()


def _store(desk: Desk, server: str, keys: dict[str, str]) -> str:
    code = (
        "from app.api.keys import Keys; "
        "Vault().write_keys(service_address(sys.argv[1]), Keys(sys.argv[2], sys.argv[3])); "
        "print(type(keyring.get_keyring()).__name__)"
    )
    return _python(desk, code, server, keys["developer_key"], keys["customer_key"])


def _opened(heard: Heard, keys: dict[str, str]) -> str:
    wanted = f"ODFHIR {keys['developer_key']}/{keys['customer_key']}"
    until(lambda: wanted in heard.authorizations, "no request with these keys", START_SECONDS)
    return f"{len(heard.paths)} requests so far"


def _patient(desk: Desk, heard: Heard) -> str:
    until(lambda: _quiet(heard), "requests go on", START_SECONDS)
    before = len(heard.paths)
    code, text = desk.windows.output(
        *desk.start("--patient", str(PATIENT), "--screen", "overview"), seconds=START_SECONDS
    )
    if code != 0:
        raise Trouble(f"exit code {code}: {text[-200:]}")

    def asked() -> bool:
        return any(_ABOUT_PATIENT.search(each) for each in heard.paths[before:])

    try:
        seconds = until(asked, "the patient was not fetched", END_SECONDS)
    except Trouble as trouble:
        raise Trouble(f"{trouble}; but {', '.join(heard.paths[before:][:5]) or 'nothing'}") from None
    return f"fetched {seconds:.1f} s after the second start ended"


def _quiet(heard: Heard, seconds: float = 2.0) -> bool:
    """Whether nothing is asked for during some seconds."""
    before, began = len(heard.paths), time.monotonic()
    until(lambda: time.monotonic() - began > seconds, "the clock stands", seconds * 2)
    return len(heard.paths) == before


def _seal_stays(desk: Desk, heard: Heard) -> str:
    """The key that the program made is read again by its next start, which opens its files with it."""
    made = _python(desk, "print(len(Vault()._kept_seal_key() or b''))")
    if made != "32":
        raise Trouble(f"the vault has {made} bytes")
    before = len(heard.paths)
    with desk.windows.started(*desk.start()) as child:
        until(lambda: len(heard.paths) > before, "the next start asks for nothing", START_SECONDS)
        until(lambda: _quiet(heard), "requests go on", START_SECONDS)
        _closed(desk, child)
    damaged = [each.name for each in desk.home.rglob("*damaged*")]
    if damaged:
        raise Trouble(f"the next start couldn't read {', '.join(damaged)}")
    return "32 bytes, and the next start opens its files with them"


def _forget(desk: Desk, server: str) -> None:
    """Remove what the checks put into the vault."""
    code = (
        "names = ['seal journal', f'keys Service {service_address(sys.argv[1]).base_url}']; "
        "[keyring.delete_password(SERVICE, each) for each in names if keyring.get_password(SERVICE, each)]"
    )
    _python(desk, code, server)


# --- every screen ------------------------------------------------------------------------------------------


def _tour(desk: Desk, out: Path) -> str:
    code, text = desk.windows.output(
        windows_path(desk.console), "tour", "--out", windows_path(out), seconds=TOUR_SECONDS
    )
    if code != 0:
        said = [
            line for line in text.splitlines() if ".png  " not in line
        ]  # all but the steps that were taken
        raise Trouble(f"exit code {code}: {' / '.join(said)[:600]}")
    steps = json.loads((out / "tour.json").read_text(encoding="utf-8"))
    rows = steps["steps"] if isinstance(steps, dict) else steps
    missing = [each["file"] for each in rows if not (out / each["file"]).exists()]
    if missing or not rows:
        raise Trouble(f"{len(missing)} of {len(rows)} pictures are missing")
    return f"{len(rows)} pictures"
