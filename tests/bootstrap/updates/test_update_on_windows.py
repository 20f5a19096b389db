"""The command lines and the script of an update, run by Windows' own cmd with programs that stand in for ours."""

from __future__ import annotations

import io
import os
import socket
import subprocess
import sys
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

from app.bootstrap.updates.task import apply_arguments, restart_arguments, system_tool
from app.services.updates.script import Step, write_script

PIP = find_spec("pip")
LAUNCHER = Path(PIP.origin).parent / "_vendor" / "distlib" / "t64.exe" if PIP and PIP.origin else Path()
pytestmark = [
    pytest.mark.skipif(sys.platform != "win32", reason="elsewhere there is no cmd"),
    pytest.mark.skipif(
        not LAUNCHER.is_file(), reason="pip, whose launcher the programs are made of, is missing"
    ),
]


class Pc:
    """A folder with a program, and one with a script. What runs is written down in order."""

    def __init__(self, folder: Path) -> None:
        self.program = folder / "Front Desk" / "FrontDesk.exe"
        self.console = self.program.with_name("front-desk.exe")
        self.updates = folder / "updates"
        self.script = self.updates / "run.cmd"
        self.log = folder / "log.txt"
        for each in (self.program.parent, self.updates):
            each.mkdir()
        self.make(self.console, "")

    def make(self, path: Path, code: str) -> None:
        """A program that writes down its name and arguments, and then does this."""
        head = (
            "import socket, sys\nfrom pathlib import Path\n"
            f"with Path({str(self.log)!r}).open('a') as log:\n"
            f"    log.write(' '.join([{path.name!r}, *sys.argv[1:]]) + '\\n')\n"
        )
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as opened:
            opened.writestr("__main__.py", head + code)
        path.write_bytes(LAUNCHER.read_bytes() + f'#!"{sys.executable}"\r\n'.encode() + packed.getvalue())

    def cmd(self, arguments: str) -> None:
        """Run it as the task does."""
        tool = system_tool("cmd.exe")
        subprocess.run(f'"{tool}" {arguments}', executable=tool, check=False, stdin=subprocess.DEVNULL)

    @property
    def ran(self) -> list[str]:
        """What has run."""
        return self.log.read_text().splitlines() if self.log.exists() else []


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    """A PC whose program was just removed by an installer."""
    return Pc(tmp_path)


@pytest.mark.parametrize("code", [0, 1])
def test_the_script_runs_if_something_was_prepared(pc: Pc, code: int) -> None:
    """And only then."""
    pc.make(pc.program, "")
    pc.make(pc.console, f"sys.exit({code})")
    pc.script.write_text(f'@echo script>>"{pc.log}"\r\n', newline="")
    pc.cmd(apply_arguments(pc.program, pc.script))
    assert pc.ran == ["front-desk.exe update --apply", *(["script"] if code == 0 else [])]


def test_a_script_that_was_cut_off_runs_again_where_it_left_no_program(pc: Pc) -> None:
    """The console twin may be there: it isn't the last file."""
    pc.make(pc.console, "sys.exit(1)")
    pc.script.write_text(f'@echo script>>"{pc.log}"\r\n', newline="")
    pc.cmd(apply_arguments(pc.program, pc.script))
    assert pc.ran == ["script", "front-desk.exe update --apply"]


def test_the_program_starts_again_when_it_is_answered(pc: Pc) -> None:
    """By the same cmd that has waited."""
    answer = pc.updates / "done-0123456789abcdef"
    answer.write_bytes(b"")
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(120)
        pc.make(pc.program, f"socket.create_connection(('127.0.0.1', {server.getsockname()[1]}))")
        pc.cmd(restart_arguments(pc.program, answer))
        server.accept()[0].close()
    assert pc.ran == ["FrontDesk.exe"]


def test_an_installer_that_leaves_no_program_is_run_again(pc: Pc) -> None:
    """At last the newer version's is. The script goes when it has ended."""
    older, newer = pc.updates / "FrontDesk-0.1.0.exe", pc.updates / "FrontDesk-9.0.0.exe"
    pc.make(older, "")
    pc.make(newer, f"Path({str(pc.program)!r}).write_bytes(b'')")
    step = Step("nsis", str(older), goes_back=True, newer=str(newer))
    pc.script.write_text(write_script(str(pc.console), step, None), newline="")
    pc.cmd(f'/d /c call "{pc.script}"')
    assert pc.ran == [
        f"{older.name} /S",
        f"{older.name} /S",
        f"{newer.name} /S",
        "front-desk.exe update --finish --code 0",
    ]
    assert not os.path.lexists(pc.script)


def test_a_script_that_left_no_program_stays(pc: Pc) -> None:
    """The task runs it again when the PC is started."""
    setup = pc.updates / "FrontDesk-9.0.0.exe"
    pc.make(setup, "")
    pc.make(pc.console, "sys.exit(1)")
    pc.script.write_text(write_script(str(pc.console), Step("nsis", str(setup)), None), newline="")
    pc.cmd(apply_arguments(pc.program, pc.script))
    assert pc.ran == [
        f"{setup.name} /S",
        f"{setup.name} /S",
        "front-desk.exe update --finish --code 0",
        "front-desk.exe update --apply",
    ]
    assert pc.script.exists()
