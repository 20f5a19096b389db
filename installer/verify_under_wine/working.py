"""The installed program at work: at an office, alone, as kiosk and hub, in a terminal, and at its end."""

from __future__ import annotations

import json
import re
import socket
import ssl
import subprocess
from pathlib import Path

from installer.verify_under_wine.installed import END_SECONDS, START_SECONDS, Installed
from installer.verify_under_wine.office import PATIENT, Office
from installer.verify_under_wine.report import Report
from installer.wine.cache import windows_path
from tools.building import comparing
from tools.building.parts import WINDOWED
from tools.words import Trouble

TOUR_SECONDS = 900.0
SESSION_END_SECONDS = 3.0
_ABOUT_PATIENT = re.compile(rf"(/patients/|PatNum=){PATIENT}\b")
USAGE = "front-desk --training"
NONSENSE = "--no-such-thing"


# --- in a terminal -----------------------------------------------------------------------------------------


def in_terminal(report: Report, desk: Installed) -> None:
    """What the console twin prints, and its exit codes."""
    report.check("console twin: --help", lambda: _help(desk))
    report.check("console twin: an unknown argument", lambda: _unknown(desk))
    report.check("console twin: api --json", lambda: _api(desk))
    report.check("windowed: --help in a message box", lambda: _box(desk))


def _help(desk: Installed) -> str:
    code, text = desk.console("--help")
    if code != 0 or USAGE not in text:
        raise Trouble(f"exit code {code}: {text[-200:]}")
    return f"{len(text.splitlines())} lines"


def _unknown(desk: Installed) -> str:
    code, text = desk.console(NONSENSE)
    if code != 2 or f"Not understood: {NONSENSE}" not in text or USAGE not in text:
        raise Trouble(f"exit code {code}: {text[:200]}")
    return "exit code 2, and the usage"


def _api(desk: Installed) -> str:
    code, text = desk.console("api", "--json")
    if code != 0:
        raise Trouble(f"exit code {code}: {text[-200:]}")
    return f"{len(json.loads(text))} methods"


def _box(desk: Installed) -> str:
    before = desk.shown.some_colors()
    with desk.windows.started(*desk.inside_command("started-alone", desk.program, "--help")) as child:
        desk.windows.until(lambda: desk.shown.some_colors() > before, "no message box", START_SECONDS)
        closed = desk.closed(child)
        answer = (child.stdout.read() if child.stdout is not None else "").strip()
    if answer != "0":
        raise Trouble(f"the program's exit code is {answer}")
    return f"closed {closed}"


# --- at an office ------------------------------------------------------------------------------------------


def at_office(report: Report, desk: Installed, office: Office) -> None:
    """The first day: keys, a patient from outside, one instance, closing."""
    with desk.started() as child:
        report.check("starts at the office", lambda: _opened(desk, office))
        report.check("--patient in the running program", lambda: _patient(desk, office))
        report.check("one instance", lambda: _second_start(desk))
        report.check("closes by its window", lambda: desk.closed(child))
    report.check("keeps its own key in Windows' vault", lambda: _own_key(desk))


def _opened(desk: Installed, office: Office) -> str:
    desk.windows.until(
        lambda: office.authorization in office.heard.authorizations, "no request with these keys", START_SECONDS
    )  # fmt: skip
    return f"its keys from the vault, {desk.painted()}"


def _patient(desk: Installed, office: Office) -> str:
    desk.windows.until(office.quiet, "requests go on", START_SECONDS)
    before = len(office.heard.paths)
    code, text = desk.windowed("--patient", str(PATIENT), "--screen", "overview")
    if code != 0:
        raise Trouble(f"exit code {code}: {text[-200:]}")
    seconds = desk.windows.until(
        lambda: any(_ABOUT_PATIENT.search(each) for each in office.heard.paths[before:]),
        "the patient was not fetched",
        END_SECONDS,
    )
    return f"fetched {seconds:.1f} s after the second start ended"


def _second_start(desk: Installed) -> str:
    before = set(desk.running())
    code, _ = desk.windowed()
    after = set(desk.running())
    if code != 0 or after != before or not before:
        raise Trouble(f"exit code {code}, {len(before)} processes before and {len(after)} after")
    return "the second start ended, the first runs"


def _own_key(desk: Installed) -> str:
    made = desk.inside("own-key")
    if made != 32:
        raise Trouble(f"the vault has {made} bytes")
    return "32 bytes"


def session_ends(desk: Installed) -> str:
    """Windows tells the desk that the session ends: it closes within three seconds."""
    with desk.started() as child:
        desk.painted()
        took = desk.inside("end-session", f"{WINDOWED}.exe")
        if len(took) != 1 or took[0] is None or took[0] > SESSION_END_SECONDS:
            raise Trouble(f"its processes ended after {took} seconds")
        desk.ended(child)
    return f"ended after {took[0]:.1f} s"


def quits(desk: Installed, child: subprocess.Popen[str]) -> str:
    """`--quit` ends what runs, and once more finds nothing that runs."""
    code, text = desk.windowed("--quit")
    if code != 0:
        raise Trouble(f"exit code {code}: {text[-200:]}")
    ended = desk.ended(child)
    code, _ = desk.windowed("--quit")
    if code != 0 or desk.running():
        raise Trouble(f"the second time: exit code {code}, {len(desk.running())} processes")
    return f"it ended {ended:.1f} s later"


# --- alone, as kiosk and as hub ----------------------------------------------------------------------------


def kiosk_and_hub(report: Report, desk: Installed) -> None:
    """Both start from the installed program, and end when they are asked to."""
    report.check("the kiosk starts, and ends by --quit", lambda: _kiosk(desk))
    report.check("the hub serves, and ends by --quit", lambda: _hub(desk))


def _kiosk(desk: Installed) -> str:
    with desk.started("--kiosk") as child:
        words = desk.painted()
        processes = len(desk.running())
        if processes != 2:
            raise Trouble(f"{processes} processes instead of the kiosk and its supervisor")
        return f"{words}; {quits(desk, child)}"


def _hub(desk: Installed) -> str:
    with desk.serving("hub", "--training", "--port", "0", "--found-on", "-1") as (child, told):
        trusting = ssl.create_default_context()
        trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
        address = ("127.0.0.1", int(told["port"]))
        with socket.create_connection(address, END_SECONDS) as plain, trusting.wrap_socket(plain) as sealed:
            version = sealed.version()
        return f"{version}; {quits(desk, child)}"


# --- every screen ------------------------------------------------------------------------------------------


def tour(desk: Installed, out: Path) -> str:
    """Every screen, on the windows platform. The tour itself fails if letters look alike."""
    code, text = desk.console("tour", "--out", windows_path(out), seconds=TOUR_SECONDS)
    if code != 0:
        lines = [line for line in text.splitlines() if ".png  " not in line]  # all but the steps taken
        said = [line for line in lines if line.startswith("tour: ")] or lines
        raise Trouble(f"exit code {code}: {' / '.join(said)[-600:]}")
    return f"{len(comparing.steps(out))} pictures"
