"""A new version at a check-in PC."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from app.bootstrap.kiosk.trial import GOOD_SECONDS, KioskTrial
from app.bootstrap.updates.starts import Starts
from app.core.version import VERSION
from app.services.updates.protected import InstallState, Kept
from app.services.updates.requests import Wish
from tests.support.updates.source import file_of

TRIAL = InstallState(previous=Kept("0.0.1", file_of(), 2), on_trial=VERSION)


class Kiosk:
    """A supervisor whose clock the test sets, on a PC that was just updated."""

    def __init__(self, data: Path) -> None:
        Starts(data, "0.0.1").begin()
        self.time = 0.0
        self.asked: list[tuple[Wish, str]] = []
        self.told = Event()
        self.trial = KioskTrial(data, monotonic=lambda: self.time, make=lambda _: self)

    def state(self) -> InstallState:
        """As Machine."""
        return TRIAL

    def ask(self, wish: Wish, version: str) -> str:
        """As Machine."""
        self.asked.append((wish, version))
        self.told.set()
        return "0123456789abcdef"


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """A kiosk."""
    return Kiosk(tmp_path)


@pytest.mark.logs("app.bootstrap.updates.going_back")
def test_a_version_that_keeps_crashing_is_gone_back_from(kiosk: Kiosk) -> None:
    """After two crashes; the system restarts the PC, so nothing else starts it again."""
    for _ in range(2):
        kiosk.trial.started(1)
        kiosk.time += 5
        kiosk.trial.beat()
    assert kiosk.asked == []
    kiosk.trial.started(1)
    assert kiosk.asked == [(Wish.GO_BACK, VERSION)]


def test_a_version_whose_window_answers_is_kept(kiosk: Kiosk) -> None:
    """A later crash is not the update's fault. It is confirmed once."""
    kiosk.trial.started(1)
    kiosk.trial.beat()
    assert kiosk.asked == []
    kiosk.time += GOOD_SECONDS
    for _ in range(3):
        kiosk.trial.beat()
    assert kiosk.told.wait(30)
    for _ in range(5):
        kiosk.trial.started(1)
    assert kiosk.asked == [(Wish.CONFIRM, VERSION)]


def test_a_kiosk_that_staff_close_did_not_fail(kiosk: Kiosk) -> None:
    """However soon."""
    for _ in range(5):
        kiosk.trial.started(1)
        kiosk.trial.ended()
    assert kiosk.asked == []
