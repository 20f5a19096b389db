"""A version that failed to start twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap.updates.going_back import go_back
from app.services.updates.protected import InstallState, Kept
from app.services.updates.requests import Wish
from tests.support.updates.source import file_of

KEPT = Kept("0.1.0", file_of(), 2)
TRIAL = InstallState(previous=KEPT, on_trial="9.0.0")


class Pc:
    """A PC with this state."""

    def __init__(self, state: InstallState, *, may: bool = True) -> None:
        self._state = state
        self._may = may
        self.asked: list[tuple[Wish, str]] = []

    def state(self) -> InstallState:
        """As Machine."""
        return self._state

    def ask(self, wish: Wish, version: str, *, restart: bool) -> bool:
        """As Machine."""
        assert restart
        self.asked.append((wish, version))
        return self._may


@pytest.mark.logs("app.bootstrap.updates.going_back")
def test_it_asks_for_the_version_before(tmp_path: Path) -> None:
    """The start then ends; if this account may not ask, it goes on."""
    pc = Pc(TRIAL)
    assert go_back(tmp_path, pc, "9.0.0")
    assert pc.asked == [(Wish.GO_BACK, "9.0.0")]
    assert not go_back(tmp_path, Pc(TRIAL, may=False), "9.0.0")


@pytest.mark.parametrize(
    "state", [InstallState(), InstallState(on_trial="9.0.0"), InstallState(previous=KEPT)]
)
def test_it_asks_only_where_that_can_help(tmp_path: Path, state: InstallState) -> None:
    """Not for a version that was installed by hand, or that started well before."""
    pc = Pc(state)
    assert not go_back(tmp_path, pc, "9.0.0")
    assert pc.asked == []
