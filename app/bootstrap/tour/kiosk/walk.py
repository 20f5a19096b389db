"""The kiosk's tour: every page in every language and look, upright and wide, without a hub."""

# words: made-up names

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap.tour.kiosk.pages import pages, show_page
from app.bootstrap.tour.kiosk.staff import StaffPages
from app.bootstrap.tour.legible import Legible
from app.bootstrap.tour.texts import texts_in
from app.core.clock import SystemClock
from app.core.tasks import TaskScope
from app.viewmodels.kiosk.device.look import StaffLook
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.languages import Languages
from app.viewmodels.kiosk.state import Look
from app.views.kiosk.cover import WONDER
from app.views.kiosk.kiosk_view import KioskView
from app.views.theme.palette import STYLE
from app.wire.hub.kiosk import KioskSetup

WIDE, UPRIGHT = (1366, 768), (1080, 1920)
QUALITY = 80
SETTLE_SECONDS = 0.03
SETUP = KioskSetup(version=1, practice="Willow Creek Dental", shows_balance=True)
LOOKS: tuple[tuple[str, tuple[int, int], dict[str, Any]], ...] = (
    ("en", WIDE, {}),
    ("es", WIDE, {"language": "es"}),
    ("en high contrast", WIDE, {"contrast": True}),
    ("en larger", WIDE, {"larger": True}),
    ("en upright", UPRIGHT, {}),
    ("es larger", WIDE, {"language": "es", "larger": True}),
    ("es upright larger", UPRIGHT, {"language": "es", "larger": True}),
    ("es upright high contrast", UPRIGHT, {"language": "es", "contrast": True}),
)


def kiosk_tour(out: Path) -> int:
    """Save a picture of each page in each look, and tour.json. Returns the exit code."""
    from app.bootstrap.loop import qt_loop

    app = QApplication([*sys.argv[:1], "-style", STYLE])
    app.setQuitOnLastWindowClosed(False)
    with qt_loop(app) as loop:
        taken = loop.run_until_complete(_walk(out))
    (out / "tour.json").write_text(json.dumps(taken, indent=2) + "\n", encoding="utf-8")
    return 0


async def _walk(out: Path) -> list[dict[str, object]]:
    scope = TaskScope("tour", _raise)
    pictures = _Pictures(out)
    await _walk_patients(pictures, scope)
    await _walk_staff(pictures, scope)
    await scope.close()
    return pictures.taken


async def _walk_patients(pictures: _Pictures, scope: TaskScope) -> None:
    model = KioskViewModel(_Nobody(), SystemClock(), scope, SETUP)
    view = KioskView(model)
    view.resize(*WIDE)
    view.show()
    for look, size, changes in LOOKS:
        view.resize(*size)
        model.choose_language(changes.get("language", "en"))
        wanted = Look(model.state.look.language, bool(changes.get("larger")), bool(changes.get("contrast")))
        model.put(look=wanted)
        for name in pages():
            show_page(model, name)
            if model.state.busy:
                await asyncio.sleep(2 * WONDER / 1000)
            await pictures.take(view, look, name)
    model.close()
    view.close()


async def _walk_staff(pictures: _Pictures, scope: TaskScope) -> None:
    """Pairing, the exit PIN and the staff page: the same bar at the top changes their look."""
    for look, size, changes in LOOKS:
        chosen = StaffLook(Languages())
        chosen.choose_language(changes.get("language", "en"))
        for name in ("larger", "contrast"):
            if changes.get(name):
                chosen.toggle_look(name)
        shown = StaffPages(chosen, scope, SystemClock())
        for name in shown.names:
            page = shown.prepare(name)
            page.resize(*size)
            page.show()
            await pictures.take(page, look, name)
        for page in shown.pages:
            page.close()
        chosen.choose_language("en")


class _Pictures:
    """The pictures that were taken."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self.taken: list[dict[str, object]] = []
        self._legible = Legible()

    async def take(self, view: QWidget, look: str, name: str) -> None:
        """One more."""
        await asyncio.sleep(SETTLE_SECONDS)
        file = f"{len(self.taken) + 1:03d}-{look}-{name}.png".replace(" ", "-")
        view.grab().save(str(self._out / file), "PNG", QUALITY)
        self._legible.check(view)
        self.taken.append({"name": f"{look}: {name}", "file": file, "texts": texts_in(view)})
        sys.stdout.write(f"{file}\n")


class _Nobody:
    """No hub: the pages are shown, not used."""

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def _raise(error: BaseException) -> None:
    raise error
