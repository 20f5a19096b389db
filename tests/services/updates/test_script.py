"""The script that runs the installer."""

from __future__ import annotations

import re

import pytest

from app.services.updates.script import Step, UnusablePath, write_script

PROGRAM = "C:\\Program Files\\Front Desk\\front-desk.exe"
FOLDER = "C:\\ProgramData\\Front Desk\\updates\\"
NSIS = Step("nsis", FOLDER + "FrontDesk-9.0.0.exe")


BACK = Step(
    "msi",
    FOLDER + "FrontDesk-0.1.0.msi",
    goes_back=True,
    newer=FOLDER + "FrontDesk-9.0.0.msi",
    options=("KIOSK=1",),
)


def test_going_back_by_msi_is_one_transaction() -> None:
    """The newer version is never removed by itself: if the older one then failed, there would be no program."""
    lines = write_script(PROGRAM, BACK, None).split("\r\n")
    assert not any(" /x " in line for line in lines)
    assert any(line.endswith('FrontDesk-0.1.0.msi" /qn /norestart GOBACK=1 FORCE=1') for line in lines)
    assert "REMOVEDATA" not in "".join(lines)


class Cmd:
    """What the script does on a PC: which installers run, with what exit code, and what each leaves."""

    def __init__(self, script: str, *fates: tuple[int, bool], program: bool = True) -> None:
        """`fates`: of each installer in order, its exit code and whether a program is there afterwards."""
        self._fates = list(fates)
        self.program = program
        self.ran: list[str] = []
        self.codes: list[str] = []
        self.restarts = self.script_stays = False
        self._error, label = "0", ""
        for line in script.split("\r\n"):
            if self.script_stays:
                break
            if label and line != f":{label}":
                continue
            label = self._line(line.replace("%errorlevel%", self._error))

    def _line(self, line: str) -> str:
        """Run it; returns the label to go to."""
        while found := re.match(r'if not (?:exist "[^"]+"|"([^"]*)"=="([^"]*)") (.*)', line):
            compared = found[1] is not None
            if found[1] == found[2] if compared else self.program:
                return ""
            line = found[3]
        if line.startswith("if "):
            compared = re.fullmatch(r'if "([^"]*)"=="([^"]*)" goto (\w+)', line)
            return compared[3] if compared[1] == compared[2] else ""
        if "/wait" in line:
            self.ran.append(re.search(r"FrontDesk-([0-9.]+)\.", line)[1])
            code, self.program = self._fates.pop(0)
            self._error = str(code)
        elif line.startswith("exit"):
            self.script_stays = True
        elif "shutdown.exe" in line:
            self.restarts = True
        elif line.startswith("set code="):
            self.codes.append(line.removeprefix("set code="))
        elif "--finish" in line:
            self._error = "0" if self.program else "9009"
        return ""


@pytest.mark.parametrize(
    ("fates", "ran"),
    [
        ([(0, True)], ["0.1.0"]),
        ([(3010, True)], ["0.1.0"]),
        ([(1603, True), (0, True)], ["0.1.0", "0.1.0"]),  # brought back by Windows, and tried again
        ([(1603, True), (1603, True)], ["0.1.0", "0.1.0"]),
        ([(1602, False), (0, True)], ["0.1.0", "0.1.0"]),
        ([(1602, False), (1602, False), (1602, False), (0, True)], ["0.1.0", "0.1.0", "0.1.0", "9.0.0"]),
    ],
)
def test_a_pc_is_never_left_without_a_program(fates: list[tuple[int, bool]], ran: list[str]) -> None:
    """Whatever going back comes to: it is tried again, and at last the newer version is installed once more."""
    for kind, ending in (("msi", "msi"), ("nsis", "exe")):
        paths = [f"{FOLDER}FrontDesk-{each}.{ending}" for each in ("0.1.0", "9.0.0")]
        step = Step(kind, paths[0], goes_back=True, newer=paths[1])
        pc = Cmd(write_script(PROGRAM, step, None), *fates)
        assert (pc.ran, pc.program) == (ran, True)
        assert pc.codes == [str(fates[min(len(fates), 3) - 1][0])], "of the version that was to be installed"


def test_a_program_is_there_when_its_last_file_is() -> None:
    """The setup program writes FrontDesk.exe after everything else; its console twin says nothing."""
    lines = write_script(PROGRAM, BACK, None).split("\r\n")
    asked = {line.split('"')[1] for line in lines if line.startswith("if not exist")}
    assert asked == {"C:\\Program Files\\Front Desk\\FrontDesk.exe"}


def test_a_new_version_whose_installer_leaves_nothing_is_replaced_too() -> None:
    """It is run again, and then the version before is installed."""
    new = Step("nsis", FOLDER + "FrontDesk-9.0.0.exe")
    pc = Cmd(write_script(PROGRAM, new, BACK), (2, False), (2, False), (0, True))
    assert (pc.ran, pc.program) == (["9.0.0", "9.0.0", "0.1.0"], True)


@pytest.mark.parametrize("leaves", [False, True])
def test_where_nothing_could_be_installed_the_script_is_there_at_the_next_start(*, leaves: bool) -> None:
    """It ends without a restart: a check-in PC would restart every other minute."""
    new = Step("nsis", FOLDER + "FrontDesk-9.0.0.exe")
    pc = Cmd(write_script(PROGRAM, new, BACK, restart=True), *([(2, leaves)] * (1 if leaves else 6)))
    assert (pc.program, pc.script_stays, pc.restarts) == (leaves, not leaves, leaves)


def test_what_the_msi_can_not_find_any_more_is_said_only_where_nothing_is_left() -> None:
    """Elsewhere it reads for itself what it was asked for; an administrator may have changed that since."""
    lines = write_script(PROGRAM, BACK, None).split("\r\n")
    assert {line.startswith("if not exist") for line in lines if "KIOSK=1" in line} == {True}
    assert sum("KIOSK=1" in line for line in lines) == 2


def test_only_exit_code_0_keeps_the_new_version() -> None:
    """A crash has a negative exit code, which cmd's `if errorlevel 1` takes for success."""
    earlier = Step("nsis", FOLDER + "FrontDesk-0.1.0.exe")
    lines = write_script(PROGRAM, NSIS, earlier).split("\r\n")
    finish = next(at for at, line in enumerate(lines) if "--finish" in line)
    assert lines[finish + 1] == 'if "%errorlevel%"=="0" goto done'
    assert earlier.path in lines[finish + 2]


def test_what_an_installer_unpacks_is_where_only_administrators_write() -> None:
    """In the system's folder for temporary files NSIS up to 3.11 may run what a user put there (CVE-2026-42171)."""
    lines = write_script(PROGRAM, NSIS, BACK).split("\r\n")
    first = next(at for at, line in enumerate(lines) if "/wait" in line)
    folder = FOLDER.removesuffix("\\")
    assert {f'set "TEMP={folder}"', f'set "TMP={folder}"'} <= set(lines[:first])


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
        write_script(PROGRAM, Step("msi", NSIS.path, options=("KIOSK=1 & calc",)), None)
