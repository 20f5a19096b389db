"""The tour: every screen of the program used on the training practice, one picture per step."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import sys
import tempfile
import time
import traceback
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.tour.legible import Illegible, Legible
from app.bootstrap.tour.texts import texts_in
from app.core.installation import as_typed
from app.core.paths import HOME_VARIABLE, program_folders
from app.core.settings import Loaded, Settings

if TYPE_CHECKING:  # these load once the tour is asked for
    from app.bootstrap.program import Program
    from app.bootstrap.tour.hands import Hands
    from app.bootstrap.tour.office_server import ServedOffice
    from app.viewmodels.staff.screens import ScreenSpec

USUAL_SIZE = "1366x768"
SCALES = (0.5, 4)
PATIENCE_SECONDS = 120.0
SETTLE_SECONDS = 0.05
ANSWER_SECONDS = 5.0
"""Answers are waited for this long: a picture is of what a user sees, not of what loads."""
QUALITY = 80
"""Of a PNG file: how little time its compression may take. It loses nothing."""

Do = Callable[["Hands"], Awaitable[QWidget | None]]


def tour(arguments: list[str]) -> int:
    """Run the tour and save it to a folder. The exit code is 1 if a step failed."""
    parser = argparse.ArgumentParser(prog=as_typed("python -m app tour"))
    parser.add_argument("--out", type=Path, required=True, help="where the pictures and tour.json go")
    parser.add_argument("--size", type=_size, default=USUAL_SIZE, help="the window, as WIDTHxHEIGHT")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", type=_scale, default=None, help="the screen's scaling: 1.5 is 150 %%")
    parser.add_argument("--kiosk", action="store_true", help="the pages of the check-in kiosk instead")
    asked = parser.parse_args(arguments)
    # Qt's offscreen platform finds no fonts on Windows, and would draw boxes.
    os.environ.setdefault("QT_QPA_PLATFORM", "windows" if sys.platform == "win32" else "offscreen")
    if asked.scale is not None:
        os.environ["QT_SCALE_FACTOR"] = str(asked.scale)
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = error.strerror or type(error).__name__
        sys.stderr.write(
            f"tour: the pictures cannot go to {asked.out} ({why}). Name a folder that can be written to.\n"
        )
        return 1
    with tempfile.TemporaryDirectory(prefix="front-desk-tour-") as home:
        os.environ[HOME_VARIABLE] = home
        try:
            if asked.kiosk:
                from app.bootstrap.tour.kiosk.walk import kiosk_tour

                return kiosk_tour(asked.out)
            return _run(asked.out, asked.size, asked.theme)
        except Illegible as boxes:
            sys.stderr.write(f"tour: {boxes}.\n")
            return 1
        except StepFailed:  # nobody may be there to close a message box
            traceback.print_exc()
            return 1


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"([1-9]\d{1,4})x([1-9]\d{1,4})", text)
    if found is None:
        raise argparse.ArgumentTypeError(f"{text} is no size; a size is WIDTHxHEIGHT, such as {USUAL_SIZE}")
    return int(found[1]), int(found[2])


def _scale(text: str) -> float:
    smallest, largest = SCALES
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not smallest <= scale <= largest:
        raise argparse.ArgumentTypeError(f"{text} is no scale; a scale goes from {smallest} to {largest}")
    return scale


def _run(out: Path, size: tuple[int, int], theme_name: str) -> int:
    from app.bootstrap.desktop import make_theme, make_window
    from app.core.settings import Theme as ThemeSetting

    folders = program_folders()
    folders.make()  # as a start does: private
    settings = Settings(theme=ThemeSetting(theme_name), user="Ana")
    began = time.perf_counter()
    app = QApplication(sys.argv[:1])
    Legible().check_font(app.font())  # before anything else: without fonts no picture is worth its time
    window, system = make_window(app, settings)
    theme = make_theme(app, settings, system)
    window.resize(*size)
    import keyring

    from app.bootstrap.loop import qt_loop
    from app.bootstrap.program import Program
    from app.bootstrap.tour.office_server import ServedOffice, TourVault

    keyring.set_keyring(TourVault())
    with qt_loop(app) as loop:
        program = Program(window, theme, Loaded(settings), folders, training=False)
        guide = Guide(program, ServedOffice(folders.data), out, began)
        loop.run_until_complete(guide.walk())
    return 1 if guide.failed else 0


class StepFailed(Exception):
    """A step could not be done. Its cause is the reason."""


class Guide:
    """Runs the steps, takes the pictures, writes tour.json."""

    def __init__(self, program: Program, served: ServedOffice, out: Path, began: float) -> None:
        self._program = program
        self._served = served
        self._out = out
        self._began = began
        self._taken: list[dict[str, object]] = []
        self._legible = Legible()
        self.failed = False

    async def walk(self) -> None:
        """Run all steps in order; a step that fails is reported and ends the tour."""
        from app.bootstrap.tour.hands import Hands

        hands = Hands(self._program, self._served)
        try:
            for number, (name, do) in enumerate(all_steps(), 1):
                await self._step(number, name, partial(do, hands))
        finally:
            await self._program.close()
            await self._served.stop()
            (self._out / "tour.json").write_text(json.dumps(self._taken, indent=2) + "\n", encoding="utf-8")

    async def _step(self, number: int, name: str, do: Callable[[], Awaitable[QWidget | None]]) -> None:
        began = self._began if number == 1 else time.perf_counter()
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                shown = await do()
        except Exception as error:
            self.failed = True
            self._program.window.grab().save(str(self._out / f"{number:02d}-failed.png"))
            sys.stderr.write(f"tour: {name} could not be done: {type(error).__name__}: {error}\n")
            raise StepFailed(name) from error
        seconds = time.perf_counter() - began
        await self._settle()
        file = f"{number:02d}-{name.replace(' ', '-')}.png"
        pictured = shown or self._program.window
        pictured.grab().save(str(self._out / file), "PNG", QUALITY)
        self._legible.check(pictured)
        texts = texts_in(pictured)
        self._taken.append({"name": name, "file": file, "seconds": round(seconds, 3), "texts": texts})
        sys.stdout.write(f"{file}  {seconds:.2f} s\n")

    async def _settle(self) -> None:
        """Let answers arrive, and what they change be painted."""
        await asyncio.sleep(SETTLE_SECONDS)
        workspace = self._program.workspace
        if workspace is None:
            return
        client, ends = workspace.desk.parts.client, time.monotonic() + ANSWER_SECONDS
        while client.status.in_flight or client.status.waiting or self._columns_move():
            if time.monotonic() > ends:
                return
            await asyncio.sleep(SETTLE_SECONDS)

    def _columns_move(self) -> bool:
        from app.views.widgets.tables.view import TableView

        return any(each.is_measuring for each in self._program.window.findChildren(TableView))


def all_steps(screens: Sequence[ScreenSpec] | None = None) -> list[tuple[str, Do]]:
    """Connecting, then every screen's own steps, then failures. `screens` None: the program's."""
    from app.bootstrap.screens import SCREENS
    from app.bootstrap.tour import connecting, failures

    steps: list[tuple[str, Do]] = [*connecting.STEPS]
    for spec in SCREENS if screens is None else screens:
        module, _, name = spec.tour.partition(":")
        if spec.id != SCREENS[0].id:
            steps.append((str(spec.title), partial(_show, spec.id)))
        steps += getattr(import_module(module), name) if module else ()
    if len(SCREENS if screens is None else screens) > 1:
        steps.append((str(SCREENS[0].title), partial(_show, SCREENS[0].id)))
    return [*steps, *failures.STEPS]


async def _show(screen_id: str, hands: Hands) -> None:
    """Go to another screen, without the money panel that would come along."""
    for each in hands.desk.money.panels.values():
        if each.model.person is not None:
            each.model.finished.emit()
    await hands.desk.screens.show(screen_id)
