"""The scheduled task that installs updates as the system, and how a user's program starts it."""
# words: names and commands of Windows

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from app.bootstrap.system.outside_programs import own_libraries
from app.core.installation import CONSOLE, WINDOWED

NAME = "Front Desk update"
"""A standard user may start it, and can tell it nothing but what lies in her own folder. It is started with the PC,
too: a power failure may have cut something off."""
SECURITY = "D:P(A;;FA;;;BA)(A;;FA;;;SY)(A;;FRFX;;;IU)"
"""Administrators and the system: everything. Whoever is signed in at this PC: read and start."""
RAN = 0
WAIT_TURNS = 450
"""Each about two seconds: a quarter of an hour."""
ELEVATED = 32
"""ShellExecute returns more when it has started something."""

XML = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>Installs updates of Front Desk that are signed and newer.</Description>
    <SecurityDescriptor>{security}</SecurityDescriptor>
  </RegistrationInfo>
  <Triggers><BootTrigger><Delay>PT1M</Delay></BootTrigger></Triggers>
  <Principals>
    <Principal id="Author"><UserId>S-1-5-18</UserId><RunLevel>HighestAvailable</RunLevel></Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>Queue</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <AllowStartOnDemand>true</AllowStartOnDemand>
    <ExecutionTimeLimit>PT1H</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec><Command>{command}</Command><Arguments>{arguments}</Arguments></Exec>
  </Actions>
</Task>
"""


def system_tool(name: str) -> str:
    """One of Windows' own programs, by its full path."""
    return str(Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / name)


def apply_arguments(program: Path, script: Path, command: str = "--apply") -> str:
    """For cmd: verify and prepare, and run what was prepared once that process has ended.

    Before that, a script that was cut off by a power failure is run again if it has left no program.
    """
    again = f'if not exist "{program.with_name(WINDOWED)}" if exist "{script}" call "{script}"'
    return f'/d /c "({again}) & "{program.with_name(CONSOLE)}" update {command} && call "{script}""'


def task_xml(program: Path, script: Path) -> str:
    """The task, as Windows' scheduler reads it."""
    return XML.format(
        security=SECURITY,
        command=escape(system_tool("cmd.exe")),
        arguments=escape(apply_arguments(program, script)),
    )


def register(program: Path, script: Path) -> bool:
    """Make or replace the task, as an administrator. False if that failed."""
    with tempfile.TemporaryDirectory(prefix="front-desk-") as folder:
        file = Path(folder) / "task.xml"
        file.write_text(task_xml(program, script), encoding="utf-16")
        return _run("schtasks.exe", "/create", "/tn", NAME, "/xml", str(file), "/f") == RAN


def unregister() -> None:
    """Remove the task; it may be missing."""
    _run("schtasks.exe", "/delete", "/tn", NAME, "/f")


def start() -> bool:
    """Start the task; False if there is none, or this user may not."""
    return _run("schtasks.exe", "/run", "/tn", NAME) == RAN


def exists() -> bool:
    """Whether there is one that this user sees."""
    return _run("schtasks.exe", "/query", "/tn", NAME) == RAN


def start_elevated(program: Path, script: Path) -> bool:
    """Without the task: Windows asks for an administrator. False if nobody agreed."""
    if sys.platform == "win32":
        import ctypes

        arguments = apply_arguments(program, script)
        shell = ctypes.windll.shell32
        started = shell.ShellExecuteW(None, "runas", system_tool("cmd.exe"), arguments, None, 0)
        return bool(started > ELEVATED)
    return False


def restart_arguments(program: Path, answer: Path) -> str:
    """For cmd: wait for the answer, at most a quarter of an hour, then start the program, answered or not."""
    start_it = f'start "" "{program.with_name(WINDOWED)}"'
    wait = f'if exist "{answer}" ({start_it} & exit) else ping -n 3 127.0.0.1 >nul'
    return f"/d /q /c (for /l %i in (1,1,{WAIT_TURNS}) do {wait}) & {start_it}"


def restart_later(program: Path, answer: Path) -> None:
    """Start the program in this session once the request is answered, when none of its files is in use."""
    if sys.platform == "win32":
        tool = system_tool("cmd.exe")
        with own_libraries():  # what it starts inherits it too
            subprocess.Popen(  # noqa: S603 # of Windows
                f'"{tool}" {restart_arguments(program, answer)}',
                executable=tool,
                cwd=str(Path(tool).parent),  # not the program's folder, which is renamed
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                creationflags=subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP,
            )


def _run(tool: str, *arguments: str) -> int:
    if sys.platform == "win32":
        return subprocess.run(  # noqa: S603 # of Windows
            [system_tool(tool), *arguments],
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            creationflags=subprocess.CREATE_NO_WINDOW,
        ).returncode
    return 1
