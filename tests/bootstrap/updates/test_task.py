"""The scheduled task, and the command lines that Windows' cmd gets. `test_update_on_windows` runs them."""

from __future__ import annotations

from pathlib import PureWindowsPath
from xml.etree import ElementTree

from app.bootstrap.updates.task import SECURITY, apply_arguments, restart_arguments, task_xml

PROGRAM = PureWindowsPath(r"C:\Program Files\Front Desk\FrontDesk.exe")
SCRIPT = PureWindowsPath(r"C:\ProgramData\Front Desk\updates\run.cmd")
SPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def test_the_task_is_one_that_users_may_start_and_not_change() -> None:
    """It runs as the system, on demand and when the PC was started, and one request after the other."""
    task = ElementTree.fromstring(task_xml(PROGRAM, SCRIPT).partition("?>")[2])  # noqa: S314 # our own
    found = {each.tag.removeprefix(SPACE): each.text for each in task.iter()}
    assert found["UserId"] == "S-1-5-18"
    assert found["SecurityDescriptor"] == SECURITY
    assert found["MultipleInstancesPolicy"] == "Queue"
    assert found["Arguments"] == apply_arguments(PROGRAM, SCRIPT)
    assert [each.tag.removeprefix(SPACE) for each in task.find(f"{SPACE}Triggers")] == ["BootTrigger"]
    assert "(A;;FRFX;;;IU)" in SECURITY
    assert SECURITY.count(";;;") == 3


def test_the_script_runs_only_if_something_was_prepared() -> None:
    """And after the program that prepared it has ended: its folder is renamed.

    One that a power failure has cut off is run again first, where it left no program that could be asked.
    """
    line = apply_arguments(PROGRAM, SCRIPT)
    assert line == (
        r'/d /c "(if not exist "C:\Program Files\Front Desk\FrontDesk.exe" if exist'
        r' "C:\ProgramData\Front Desk\updates\run.cmd" call "C:\ProgramData\Front Desk\updates\run.cmd")'
        r' & "C:\Program Files\Front Desk\front-desk.exe" update --apply'
        r' && call "C:\ProgramData\Front Desk\updates\run.cmd""'
    )


def test_the_program_starts_again_when_it_is_answered() -> None:
    """Whether it was updated or not; only the answer to this request counts."""
    answer = SCRIPT.with_name("done-0123456789abcdef")
    line = restart_arguments(PROGRAM, answer)
    assert f'if exist "{answer}"' in line
    start_it = r'start "" "C:\Program Files\Front Desk\FrontDesk.exe"'
    assert line.startswith("/d /q /c (for ")
    assert f"({start_it} & exit)" in line
    assert line.endswith(f") & {start_it}"), "after a quarter of an hour, answered or not"
