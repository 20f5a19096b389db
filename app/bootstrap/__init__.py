"""The composition root: builds the program and decides when each part is loaded.

Only this package imports all layers.

Heavy packages are imported when their step starts, so that no start pays for what it doesn't use.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from app.bootstrap import process_memory
from app.bootstrap.import_hooks import import_eagerly, load_qt

if TYPE_CHECKING:  # the usual start does without
    from collections.abc import Callable

    from app.core.outside import OutsideRequest

USAGE = """Front Desk, a desktop companion for practices that run Open Dental

python -m app                      start the program; the kiosk where the office's administrator has set "kiosk": true
python -m app --training           start it on the embedded training practice
python -m app [--patient NUM | --phone NUMBER | tel:NUMBER] [--screen NAME]
                                   show this in the running program, or start it and show it then:
    --patient 1234                 the patient with this number in Open Dental (PatNum); in a Program Link: [PatNum]
    --phone 5035551234             the patient or family with this phone number; an unknown one starts a new patient
    tel:5035551234, callto:...     the same, as Windows passes it on: with %20, ;ext=12, +1, blanks, dashes
    --screen NAME                  a screen or a tab of the patient page: schedule, patient, overview, ...
python -m app --kiosk              start the check-in kiosk: full screen and locked (docs/kiosk.md)
python -m app training-kiosk       a desk and a kiosk side by side on the training practice, paired by themselves
python -m app tour --out DIR [--size WxH] [--theme light|dark] [--scale N]
                                   open every screen offscreen on the training practice, one picture a step
python -m app practice [options]   serve the practice on loopback (practice --help lists the options)
python -m app select-patient NUM [options]
                                   select a patient at the workstation of a served practice: an event
python -m app hub [options]        hold the office's key, and serve desks and kiosks (hub --help lists the options)
python -m app diagnose [--out FILE.zip]
                                   write a zip for support, without patient data and keys
python -m app update [--from SOURCE]
                                   look for a newer version, and download it (update --help lists the options)
python -m app --quit               close the program, the kiosk and the hub, and wait until they have ended: 0 when
                                   nothing runs any more; 3, with the reason, when something does after 30 seconds, or
                                   other accounts of this PC have it open, which only an administrator can close
python -m app api [--json]         list every declared method of the Open Dental API
python -m app call VERB PATH [NAME=VALUE ...] [-]
                                   send one of them to the office, and print its answer as JSON (call --help)
"""  # words: the terminal's


def main(arguments: list[str]) -> int:
    """Run the program as the command line asks. Returns the process's exit code."""
    import_eagerly()
    match arguments:
        case []:
            return _kiosk([]) if _is_check_in_pc() else _start(training=False)
        case ["--training"]:
            return _start(training=True)
        case ["--help" | "-h"]:
            return _printing(lambda: _say(USAGE, sys.stdout), arguments)
        case [name, *rest] if name in _PRINTING:
            return _printing(lambda: _COMMANDS[name](rest), arguments)
        case [name, *rest] if name in _COMMANDS:
            return _COMMANDS[name](rest)
        case _:
            return _start_with(arguments)


def _is_check_in_pc() -> bool:
    """Whether the office's administrator has made this PC a kiosk."""
    from app.core.policy import read_policy

    return read_policy().values.get("kiosk") is True


def _tour(rest: list[str]) -> int:
    from app.bootstrap.tour.guide import tour

    return tour(rest)


def _practice(rest: list[str]) -> int:
    from app.bootstrap.delivery import HttpCourier
    from app.practice.server.serve import main as serve

    return serve(rest, HttpCourier)


def _hub(rest: list[str]) -> int:
    from app.bootstrap.hub.command import main as hub

    return hub(rest)


def _select_patient(rest: list[str]) -> int:
    from app.practice.server.select import main as select_patient

    return select_patient(rest)


def _update(rest: list[str]) -> int:
    from app.bootstrap.updates.command import main as update

    return update(rest)


def _administer(rest: list[str]) -> int:
    """The installers' own: see its module. Not in the usage, which is for people."""
    from app.bootstrap.system.administering import administer

    return administer(rest)


def _api(rest: list[str]) -> int:
    from app.apilist import main as print_api

    return print_api(rest)


def _call(rest: list[str]) -> int:
    from app.bootstrap.calling.command import main as call

    return call(rest)


def _diagnose(rest: list[str]) -> int:
    with suppress(ImportError, OSError):  # it is told, and the rest is told too
        load_qt()
    from app.bootstrap.system.diagnose import main as diagnose

    return diagnose(rest)


def _quit(rest: list[str]) -> int:
    from app.bootstrap.system.quitting import main as quit_program

    return quit_program(rest)


def _kiosk(_: list[str]) -> int:
    from app.bootstrap.kiosk.supervise import supervise

    return supervise()


def _kiosk_screen(_: list[str]) -> int:
    """The kiosk's own process, started by its supervisor."""
    process_memory.configure()
    load_qt()
    from app.bootstrap.kiosk.screen import run

    return run()


def _training_kiosk(_: list[str]) -> int:
    from app.bootstrap.kiosk.side_by_side import side_by_side

    return side_by_side()


def _training_desk(_: list[str]) -> int:
    """The desk beside the kiosk, started by `training-kiosk`."""
    process_memory.configure()
    load_qt()
    from app.bootstrap.kiosk.training_desk import run

    return run()


def _training_screen(_: list[str]) -> int:
    load_qt()
    from app.bootstrap.kiosk.training_screen import run

    return run()


_COMMANDS = {
    "--quit": _quit,
    "--kiosk": _kiosk,
    "kiosk-screen": _kiosk_screen,
    "training-kiosk": _training_kiosk,
    "training-desk": _training_desk,
    "training-screen": _training_screen,
    "tour": _tour,
    "practice": _practice,
    "hub": _hub,
    "select-patient": _select_patient,
    "diagnose": _diagnose,
    "update": _update,
    "api": _api,
    "call": _call,
    "administer": _administer,
}


_PRINTING = ("--quit", "tour", "practice", "hub", "select-patient", "diagnose", "update", "api", "call")


def _printing(command: Callable[[], int], arguments: list[str]) -> int:
    """Run a command that prints. A windowed program on Windows has nowhere to print yet."""
    if sys.stdout is not None and sys.stderr is not None:
        for stream in (sys.stdout, sys.stderr):
            if (change := getattr(stream, "reconfigure", None)) is not None:
                change(errors="replace")  # a file or a pipe of Windows may lack letters that a name has
        return command()
    from app.bootstrap.system.console import printing

    return printing(command, arguments)


def _start_with(arguments: list[str]) -> int:
    """Start the program to show something, or show it in the one that runs."""
    from app.bootstrap.doors.arguments import Unknown, parse

    try:
        start = parse(arguments)
    except Unknown:
        words = f"Not understood: {' '.join(arguments)}\n\n{USAGE}"
        _printing(lambda: _say(words, sys.stderr), arguments)
        return 2
    return _start(training=start.training, request=start.request)


def _say(words: str, stream: TextIO) -> int:
    from app.core.installation import as_typed

    stream.write(as_typed(words))
    return 0


def _start(*, training: bool, request: OutsideRequest | None = None) -> int:
    """Start the program, unless a new version that fails to start is being replaced by the one before."""
    process_memory.configure()
    from app.bootstrap.updates.starts import count_start  # also counts a start that fails to load Qt

    if count_start():
        return 0
    load_qt()
    from app.bootstrap.desktop import run

    return run(training=training, request=request)
