"""The script that runs the installer."""

from __future__ import annotations

import pytest

from app.services.updates.script import Step, UnusablePath, write_script

PROGRAM = "C:\\Program Files\\Front Desk\\front-desk.exe"
FOLDER = "C:\\ProgramData\\Front Desk\\updates\\"
NSIS = Step("nsis", FOLDER + "FrontDesk-9.0.0.exe")


def test_an_msi_that_is_older_is_installed_after_the_newer_one_is_removed() -> None:
    """Windows refuses the older one otherwise; what was asked for at its installation is said again. Data stay."""
    step = Step("msi", FOLDER + "FrontDesk-0.1.0.msi", FOLDER + "FrontDesk-9.0.0.msi", ("KIOSK=1",))
    lines = write_script(PROGRAM, step, None).split("\r\n")
    removes = next(at for at, line in enumerate(lines) if " /x " in line)
    assert lines[removes].endswith("/qn /norestart KEEPSETTINGS=1")
    assert "/i" in lines[removes + 1]
    assert lines[removes + 1].endswith("/qn /norestart KIOSK=1")
    assert "REMOVEDATA" not in "".join(lines)


def test_only_exit_code_0_keeps_the_new_version() -> None:
    """A crash has a negative exit code, which cmd's `if errorlevel 1` takes for success."""
    earlier = Step("nsis", FOLDER + "FrontDesk-0.1.0.exe")
    lines = write_script(PROGRAM, NSIS, earlier).split("\r\n")
    finish = next(at for at, line in enumerate(lines) if "--finish" in line)
    assert lines[finish + 1] == 'if "%errorlevel%"=="0" goto done'
    assert earlier.path in lines[finish + 2]


def test_a_check_in_pc_restarts() -> None:
    """And no other."""
    assert "shutdown.exe" in write_script(PROGRAM, NSIS, None, restart=True)
    assert "shutdown.exe" not in write_script(PROGRAM, NSIS, None)


@pytest.mark.parametrize(
    "path",
    ['C:\\a" & calc & "b.exe', "C:\\%TEMP%\\b.exe", "C:\\a^b.exe", "b.exe", "C:\\a\nb.exe", "C:\\ü.exe", ""],
)
def test_nothing_in_a_path_means_anything_to_cmd(path: str) -> None:
    """Quotation marks, percent signs and line ends are refused."""
    with pytest.raises(UnusablePath):
        write_script(PROGRAM, Step("nsis", path), None)
    with pytest.raises(UnusablePath):
        write_script(path, NSIS, None)
    with pytest.raises(UnusablePath):
        write_script(PROGRAM, Step("msi", NSIS.path, NSIS.path, ("KIOSK=1 & calc",)), None)
