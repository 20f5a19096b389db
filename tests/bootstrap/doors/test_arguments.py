"""What the program may be started with, and what it makes of nonsense."""

from __future__ import annotations

import pytest

from app.bootstrap import USAGE, main
from app.bootstrap.doors.arguments import OPTIONS, Start, Unknown, parse
from app.core.outside import OutsideRequest, Trouble


def asked(*arguments: str) -> OutsideRequest | None:
    """The request of a start."""
    return parse(list(arguments)).request


def test_each_argument() -> None:
    """A patient, a phone number, a link and a screen, alone and together, with a blank or an equals sign."""
    assert asked("--patient", "1234") == OutsideRequest(pat_num=1234)
    assert asked("--patient=1234", "--screen=Patient") == OutsideRequest(pat_num=1234, screen="patient")
    assert asked("--screen", "schedule") == OutsideRequest(screen="schedule")
    assert asked("--phone", "(503) 555-1234") == OutsideRequest(phone="5035551234")
    assert asked("tel:+15035551234") == OutsideRequest(phone="5035551234")
    assert asked("callto:503%20555%201234", "--screen", "chart") == OutsideRequest(
        phone="5035551234", screen="chart"
    )
    assert parse(["--training", "--patient", "12"]) == Start(
        training=True, request=OutsideRequest(pat_num=12)
    )
    assert parse(["--training"]) == Start(training=True)


def test_what_programs_do_to_values() -> None:
    """Blanks and quotes around a value are dropped, and a number in several arguments is one number."""
    assert asked("--patient", ' "1234" ') == OutsideRequest(pat_num=1234)
    assert asked("--phone", "503", "555", "1234", "--screen", "chart") == OutsideRequest(
        phone="5035551234", screen="chart"
    )
    assert asked("tel:(503)", "555-1234") == OutsideRequest(phone="5035551234")
    assert asked("--patient", "12", "--phone", "5035551234") == OutsideRequest(pat_num=12)


def test_nobody_selected_in_open_dental() -> None:
    """Open Dental passes the field's name, or nothing, while no patient is selected."""
    for value in (
        ["--patient", "[PatNum]"],
        ["--patient", ""],
        ["--patient"],
        ["--patient", "--screen", "chart"],
    ):
        assert asked(*value) == OutsideRequest(trouble=Trouble.NO_PATIENT), value
    assert asked("--patient", "0") == OutsideRequest(trouble=Trouble.NO_PATIENT)


def test_nonsense_goes_no_further() -> None:
    """A value that can't be one is dropped at once; what is left says only that it was nonsense."""
    for value in ("1; drop", "-5", "12.5", "1e9", "0x10", "९", "9" * 19, "1 OR 1=1", "$(calc)", "12\n13"):
        assert asked(f"--patient={value}") == OutsideRequest(trouble=Trouble.PATIENT), value
    for value in ("anonymous", "", "201", "1; drop", "[HmPhone]"):
        assert asked(f"--phone={value}") == OutsideRequest(trouble=Trouble.PHONE), value
    for value in ("../chart", "", "a" * 40, "chart ledger", "<b>", "1"):
        assert asked(f"--screen={value}") == OutsideRequest(trouble=Trouble.SCREEN), value


def test_unknown_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown words, and an argument given twice, are refused with the usage; nothing starts."""
    for arguments in (
        ["--pateint", "12"],
        ["--patient", "12", "34"],
        ["--patient", "1", "--patient", "2"],
        ["--training", "--training"],
        ["sip:5035551234"],
        ["/patient:12"],
    ):
        with pytest.raises(Unknown):
            parse(arguments)
        assert main(arguments) == 2
        assert USAGE in capsys.readouterr().err


def test_help_explains_each_argument(capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` has every argument."""
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    for each in (*OPTIONS, "--training", "tel:", "callto:"):
        assert each in shown
