"""The kiosk's tour: every page in every language and look, upright and wide, without a hub."""

# words: made-up people and what they type

from __future__ import annotations

import asyncio
import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from app.bootstrap.tour.texts import texts_in
from app.core.clock import SystemClock
from app.core.tasks import TaskScope
from app.viewmodels.kiosk.birthdate import Birthdate
from app.viewmodels.kiosk.kiosk import KioskViewModel
from app.viewmodels.kiosk.page_data import (
    BalancePage,
    BirthdatePage,
    ChangesPage,
    CheckedIn,
    ContactPage,
    ContactRow,
    CorrectPage,
    Entry,
    IsThisYou,
    NamePage,
    NextVisitPage,
    Problem,
    SeeDesk,
    WhichChanged,
    Who,
    WhoIsHere,
)
from app.viewmodels.kiosk.state import HelpCall, Welcome
from app.views.kiosk.kiosk_view import KioskView
from app.views.theme.palette import STYLE
from app.wire.hub.kiosk import KioskSetup

WIDE, UPRIGHT = (1366, 768), (1080, 1920)
QUALITY = 80
SETTLE_SECONDS = 0.03
ME, SON = Who(0, "M. B.", 10, 30), Who(1, "L. B.", 10, 45)
SETUP = KioskSetup(version=1, practice="Willow Creek Dental", shows_balance=True)
ROWS = (
    ContactRow((Entry.CELL_PHONE,), "•••-0142"),
    ContactRow((Entry.HOME_PHONE,), ""),
    ContactRow((Entry.EMAIL,), "m•••@example.com", changed=True),
    ContactRow((Entry.STREET, Entry.UNIT, Entry.CITY, Entry.STATE, Entry.ZIP), "12•••, Salem"),
)
PAGES: tuple[tuple[str, Any, dict[str, Any]], ...] = (
    ("welcome", Welcome(), {}),
    (
        "welcome with a message",
        Welcome(),
        {"message": "We are running 20 minutes late. Thank you for waiting."},
    ),
    ("welcome closed", Welcome(open=False), {}),
    ("birthdate", BirthdatePage(Birthdate(parts=("03", "14", "19"), at=2)), {"dots": (1, 5)}),
    ("not found", BirthdatePage(Birthdate(), Problem.AGAIN), {"dots": (1, 5)}),
    ("name", NamePage("OK"), {"dots": (2, 5), "can_go_back": True}),
    ("is this you", IsThisYou(ME), {"dots": (3, 5), "can_go_back": True}),
    ("who is here", WhoIsHere(ME, (SON,), frozenset({1})), {"dots": (3, 5), "can_go_back": True}),
    ("contact", ContactPage(ROWS), {"dots": (4, 5), "can_go_back": True}),
    ("a phone number", CorrectPage(Entry.CELL_PHONE, "503555", 1, 1), {"dots": (4, 5), "can_go_back": True}),
    ("an email address", CorrectPage(Entry.EMAIL, "ma@", 1, 1, Problem.EMAIL), {"dots": (4, 5)}),
    ("health and insurance", ChangesPage(health=True, insurance=True), {"dots": (5, 5), "can_go_back": True}),
    ("which has changed", WhichChanged(health=True), {"dots": (5, 5), "can_go_back": True}),
    ("checked in", CheckedIn(1, "", shows_balance=True), {}),
    ("next appointment", NextVisitPage((("", datetime(2026, 12, 14, 9, 20)),)), {}),
    ("balance", BalancePage(12840), {}),
    ("see the desk", SeeDesk(), {}),
    ("more time", NamePage("OK"), {"dots": (2, 5), "seconds_left": 12}),
    ("help is called", NamePage("OK"), {"dots": (2, 5), "help": HelpCall.CALLED}),
)
LOOKS: tuple[tuple[str, tuple[int, int], dict[str, Any]], ...] = (
    ("en", WIDE, {}),
    ("es", WIDE, {"language": "es"}),
    ("en high contrast", WIDE, {"contrast": True}),
    ("en larger", WIDE, {"larger": True}),
    ("en upright", UPRIGHT, {}),
    ("es upright larger", UPRIGHT, {"language": "es", "larger": True}),
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
    taken: list[dict[str, object]] = []
    model = KioskViewModel(_Nobody(), SystemClock(), scope, SETUP)
    view = KioskView(model)
    view.resize(*WIDE)
    view.show()
    for look, size, changes in LOOKS:
        view.resize(*size)
        model.choose_language(changes.get("language", "en"))
        wanted = model.state.look._replace(
            larger=bool(changes.get("larger")), contrast=bool(changes.get("contrast"))
        )
        for name, data, more in PAGES:
            fresh = {
                "dots": (0, 0),
                "can_go_back": False,
                "seconds_left": 0,
                "message": "",
                "help": HelpCall.NONE,
            }
            model.put(page=data.page, data=data, look=wanted, **fresh)
            model.put(**more)  # after the page: its timers begin again with it
            await asyncio.sleep(SETTLE_SECONDS)
            file = f"{len(taken) + 1:03d}-{look}-{name}.png".replace(" ", "-")
            view.grab().save(str(out / file), "PNG", QUALITY)
            taken.append({"name": f"{look}: {name}", "file": file, "texts": texts_in(view)})
            sys.stdout.write(f"{file}\n")
    model.close()
    view.close()
    await scope.close()
    return taken


class _Nobody:
    """No hub: the pages are shown, not used."""

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(name)


def _raise(error: BaseException) -> None:
    raise error
