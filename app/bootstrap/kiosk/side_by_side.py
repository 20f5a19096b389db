"""`python -m app training-kiosk`: a hub on the training practice, a desk and a kiosk, paired by themselves.

Codes and tokens go through pipes, and are in no file. Whichever of the three crashes is started again.
"""
# words: the terminal's

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO

from app.bootstrap.kiosk.launch import COMMAND as KIOSK
from app.bootstrap.kiosk.launch import program_command
from app.bootstrap.kiosk.protocol import SCALE, SCALE_VARIABLE
from app.bootstrap.kiosk.restarting import TOLD, Restarting
from app.bootstrap.kiosk.supervisor import Supervisor
from app.bootstrap.kiosk.training_hub import TrainingHub
from app.bootstrap.kiosk.training_line import NotStarted, PairedDesk
from app.bootstrap.startup_error import has_screen, report
from app.bootstrap.training import database_file
from app.core.clock import SystemClock
from app.core.paths import HOME_VARIABLE, FolderUnusable, ProgramFolders, program_folders

DESK, SCREEN = "training-desk", "training-screen"
STARTING = "Starting a hub, a desk and a check-in PC with made-up patients. Close one of the windows to end all three."
FIRST_OF_DAY = "Today's practice is made first, which takes some seconds."
NO_SCREEN = "The training needs a screen. There is none, or it can't be used from here."
CAME_TO_FRONT = "The training with a check-in PC is already running. Its desk is in front now."
RUNS_ALREADY = "The training with a check-in PC is already running. Look for its windows."
ENDED = "The {part} of the training ended because of an error."


def side_by_side() -> int:
    """Run hub, desk and kiosk until the desk or the kiosk is closed. Returns the exit code."""
    if not has_screen() and not os.environ.get("QT_QPA_PLATFORM"):
        return _refuse(NO_SCREEN)
    data = program_folders().data / "training-kiosk"
    try:
        ProgramFolders(data, data, data).make()
    except FolderUnusable as error:
        return _refuse(f"The training can't start: {error}.")
    from app.bootstrap.single_instance import SingleInstance  # with a part of Qt

    instance, folder = SingleInstance(data), data / "open"
    if not instance.take():
        desk = program_folders(_environment(folder / "desk"))
        if SingleInstance(desk.data).call_first() is None:
            return _refuse(RUNS_ALREADY)
        _tell(CAME_TO_FRONT)
        return 0
    try:
        _clear(folder)  # of one that was killed
        _tell(STARTING)
        if not database_file(data / "training", SystemClock().now().date()).exists():
            _tell(FIRST_OF_DAY)
        words = Training(folder, data).run()
        if words:
            return _refuse(f"{words}\nIts logs are in {folder} until the next start.")
        _clear(folder)
        return 0
    finally:
        instance.release()


class Training:
    """The three processes, from the first to the last."""

    def __init__(self, folder: Path, data: Path) -> None:
        """`folder`: theirs, for as long as they run; `data`: where the practice stays."""
        self._folder, self._data = folder, data
        self._supervisor: Supervisor | None = None
        self._remembering: threading.Thread | None = None
        self._words = ""
        self._ending = threading.Event()

    def run(self) -> str:
        """Until the desk or the kiosk is closed, or this process is told to end. Returns what went wrong, if any."""
        for each in (signal.SIGTERM, signal.SIGINT):
            signal.signal(each, lambda *_: self._end())
        try:
            with contextlib.ExitStack() as stack:
                self._run(stack)
        except NotStarted as error:
            return "" if self._ending.is_set() else str(error)  # Ctrl+C reaches the hub too
        return self._words

    def _run(self, stack: contextlib.ExitStack) -> None:
        scale = _desk_scale()
        hub = TrainingHub(
            self._made("hub"), self._data, _environment(self._folder / "hub"), self._follower("hub")
        )
        stack.callback(hub.close)
        paired, kiosk = hub.pair_desk(), hub.pair_kiosk()
        desk = Restarting(lambda: self._start_desk(paired, scale), self._follower("desk"))
        stack.callback(desk.close)
        reduced = _environment(self._made("kiosk")) | {SCALE_VARIABLE: str(SCALE)}
        self._supervisor = Supervisor(program_command(KIOSK), training=kiosk, environment=reduced)
        if not self._ending.is_set():
            self._supervisor.run()

    def _start_desk(self, paired: PairedDesk, scale: float) -> subprocess.Popen[bytes]:
        if self._remembering is not None:
            self._remembering.join()  # all that the one before has written
        process = subprocess.Popen(  # noqa: S603 # this program itself
            program_command(DESK),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(self._made("desk")) | ({SCALE_VARIABLE: str(scale)} if scale < 1 else {}),
        )
        lines, process.stdout = process.stdout, None
        if process.stdin is None or lines is None:
            raise RuntimeError("no pipes")
        with contextlib.suppress(OSError):  # it has ended already, and is waited for
            process.stdin.write(paired.line())
            process.stdin.flush()
        self._remembering = threading.Thread(
            target=_remember, args=(paired, lines), name="vault", daemon=True
        )
        self._remembering.start()
        return process

    def _made(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder

    def _follower(self, part: str) -> Callable[[int], None]:
        """What happens when a part ends and is not started again."""

        def ended(code: int) -> None:
            if code not in TOLD and not self._ending.is_set():
                self._words = ENDED.format(part=part)
            self._end()

        return ended

    def _end(self) -> None:
        self._ending.set()
        if self._supervisor is not None:
            self._supervisor.stop()


def _environment(home: Path) -> dict[str, str]:
    """A process's own folders."""
    return {**os.environ, HOME_VARIABLE: str(home)}


def _desk_scale() -> float:
    """By how much the desk is reduced to fit beside the kiosk. Raises NotStarted."""
    unscaled = {name: value for name, value in os.environ.items() if name != SCALE_VARIABLE}
    asked = subprocess.run(  # noqa: S603 # this program itself
        program_command(SCREEN), stdout=subprocess.PIPE, env=unscaled, check=False
    )
    if asked.returncode:
        raise NotStarted(NO_SCREEN)
    return float(asked.stdout)


def _remember(paired: PairedDesk, lines: IO[bytes]) -> None:
    with lines:
        paired.remember(lines)


def _clear(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def _tell(words: str) -> None:
    if sys.stdout is not None:  # a windowed program on Windows has none
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()


def _refuse(words: str) -> int:
    """Say what is wrong: on the terminal, because there may be no screen; returns the exit code."""
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")
    else:
        report(words)
    return 1
