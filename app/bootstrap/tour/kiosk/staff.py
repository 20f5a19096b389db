"""The kiosk's pages for staff with made-up contents: for the tour's pictures, and for tests that look at them all."""

# words: made-up kiosks, hubs and addresses

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

from app.api.hub.trouble import HubTrouble, sentence
from app.core.clock import Clock
from app.core.tasks import TaskScope
from app.viewmodels.kiosk.device.condition import Condition
from app.viewmodels.kiosk.device.look import StaffLook
from app.viewmodels.kiosk.device.pairing_page import FoundHub, PairingPageState, PairingPageViewModel
from app.viewmodels.kiosk.device.staff_page import (
    NO_PIN,
    WRONG_PIN,
    StaffPageState,
    StaffPageViewModel,
    wait_words,
)
from app.views.kiosk.device.page import DevicePage
from app.views.kiosk.device.pairing_page import PairingPage
from app.views.kiosk.device.staff_page import StaffPage
from app.wire.hub.check_in import Why

SERVER, ADDRESS, CODE = "SERVER", "192.168.1.20:30224", "ABCD2345"
KIOSK, OFFICE = "Front door", "Willow Creek Dental"
_HUBS = (FoundHub(ADDRESS, SERVER), FoundHub("192.168.1.31:30224", "RECEPTION"))
DATA = (
    CODE,
    KIOSK,
    OFFICE,
    "1.0",
    *(text for hub in _HUBS for text in (hub.name, hub.address, f"{hub.name}, {hub.address}")),
)
"""What the pages show of an office: not translated."""
_FILLED = PairingPageState(ADDRESS, CODE, KIOSK, found=_HUBS[:1])


class StaffPages:
    """Both pages, shown in any of their states."""

    def __init__(self, look: StaffLook, scope: TaskScope, clock: Clock) -> None:
        nobody: Any = _Nobody()
        self._condition = Condition(KIOSK, OFFICE, ADDRESS, version="1.0")
        self._pairing = PairingPageViewModel(nobody, scope, name="", can_leave=True)
        self._staff = StaffPageViewModel(nobody, clock, scope, self._lines)
        self.pairing = PairingPage(self._pairing, look)
        self.staff = StaffPage(self._staff, look)
        self._shows: dict[str, Callable[[], DevicePage]] = {
            **{name: partial(self._show_pairing, state) for name, state in _pairing().items()},
            **{name: partial(self._show_staff, state) for name, state in _pin().items()},
            **{name: partial(self._show_menu, more) for name, more in _conditions().items()},
        }

    @property
    def names(self) -> tuple[str, ...]:
        """Of the states."""
        return tuple(self._shows)

    @property
    def pages(self) -> tuple[DevicePage, ...]:
        """Both."""
        return (self.pairing, self.staff)

    def prepare(self, name: str) -> DevicePage:
        """Bring a page into one of its states; returns the page."""
        return self._shows[name]()

    def _lines(self) -> tuple[tuple[str, str], ...]:
        return self._condition.lines()

    def _show_pairing(self, state: PairingPageState) -> DevicePage:
        self._pairing.state = state
        self._pairing.state_changed.emit()
        self.pairing.name.setText(state.name)
        return self.pairing

    def _show_staff(self, state: StaffPageState) -> DevicePage:
        self._staff.state = state
        self._staff.state_changed.emit()
        return self.staff

    def _show_menu(self, more: dict[str, Any]) -> DevicePage:
        self._condition = Condition(KIOSK, OFFICE, ADDRESS, version="1.0", **more)
        return self._show_staff(StaffPageState(asks_pin=False, lines=self._condition.lines()))


def _pairing() -> dict[str, PairingPageState]:
    problems = {
        "no such name": HubTrouble.NO_NAME,
        "hub not found": HubTrouble.NO_ANSWER,
        "hub not running": HubTrouble.NOT_RUNNING,
        "no hub there": HubTrouble.NOT_A_HUB,
        "false hub": HubTrouble.FALSE_HUB,
        "wrong code": HubTrouble.WRONG_CODE,
        "code used up": HubTrouble.CODE_USED_UP,
    }
    return {
        "pairing": PairingPageState(),
        "pairing looking": PairingPageState(looking=True),
        "pairing two hubs": PairingPageState(found=_HUBS),
        "pairing filled": _FILLED,
        "pairing busy": PairingPageState(ADDRESS, CODE, KIOSK, busy=True),
        **{
            f"pairing {name}": PairingPageState(
                SERVER, "", KIOSK, found=_HUBS[:1], message=sentence(trouble, SERVER)
            )
            for name, trouble in problems.items()
        },
    }


def _pin() -> dict[str, StaffPageState]:
    return {
        "staff PIN": StaffPageState(),
        "staff PIN typed": StaffPageState(typed=4),
        "staff PIN wrong": StaffPageState(message=WRONG_PIN),
        "staff PIN wait": StaffPageState(waits=840, message=wait_words(840)),
        "staff no PIN": StaffPageState(message=NO_PIN),
    }


def _conditions() -> dict[str, dict[str, Any]]:
    troubles = {
        "hub not found": HubTrouble.NO_ANSWER,
        "hub not running": HubTrouble.NOT_RUNNING,
        "wrong certificate": HubTrouble.OTHER_HUB,
        "clock far off": HubTrouble.CLOCK,
        "revoked": HubTrouble.REVOKED,
        "older hub": HubTrouble.HUB_TOO_OLD,
        "newer hub": HubTrouble.HUB_TOO_NEW,
        "updating": HubTrouble.STOPPING,
        "no database": HubTrouble.HUB_DATABASE,
    }
    return {
        "staff": {},
        "staff clock wrong": {"ahead": timedelta(hours=3, minutes=12), "screens": 2, "crashes": 3},
        "staff office away": {"closed_because": Why.OFFICE_AWAY},
        "staff no status for arrived": {"closed_because": Why.NO_STATUS},
        **{f"staff {name}": {"trouble": sentence(each, SERVER)} for name, each in troubles.items()},
    }


class _Nobody:
    """Neither hub nor PIN: the pages are shown, not used."""

    is_set, wait_seconds = True, 0
