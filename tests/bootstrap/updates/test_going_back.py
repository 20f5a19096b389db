"""A version that failed to start twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap.updates import task
from app.bootstrap.updates.going_back import go_back
from app.bootstrap.updates.machine import Machine
from app.services.updates.protected import InstallState, Kept
from app.services.updates.requests import Wish, read_request
from tests.support.updates.source import file_of

KEPT = Kept("0.1.0", file_of(), 2)
TRIAL = InstallState(previous=KEPT, on_trial="9.0.0")


class Pc:
    """A PC with this state."""

    def __init__(self, state: InstallState, *, may: bool = True) -> None:
        self._state = state
        self._may = may
        self.asked: list[tuple[Wish, str]] = []
        self.back: list[str] = []

    def state(self) -> InstallState:
        """As Machine."""
        return self._state

    def ask(self, wish: Wish, version: str) -> str:
        """As Machine."""
        self.asked.append((wish, version))
        return "0123456789abcdef" if self._may else ""

    def come_back(self, token: str) -> None:
        """As Machine, in an account whose command prompt is forbidden."""
        self.back.append(token)
        raise OSError


@pytest.mark.logs("app.bootstrap.updates.going_back")
def test_it_asks_for_the_version_before(tmp_path: Path) -> None:
    """The start then ends; if this account may not ask, it goes on."""
    pc = Pc(TRIAL)
    assert go_back(tmp_path, pc, "9.0.0")
    assert pc.asked == [(Wish.GO_BACK, "9.0.0")]
    assert pc.back == ["0123456789abcdef"]
    assert not go_back(tmp_path, not_allowed := Pc(TRIAL, may=False), "9.0.0")
    assert not_allowed.back == []


@pytest.mark.logs("app.bootstrap.updates.going_back")
def test_a_check_in_pc_is_started_again_by_the_system(tmp_path: Path) -> None:
    """It restarts as a whole."""
    assert go_back(tmp_path, pc := Pc(TRIAL), "9.0.0", restart=False)
    assert pc.back == []


@pytest.mark.parametrize(
    "state", [InstallState(), InstallState(on_trial="9.0.0"), InstallState(previous=KEPT)]
)
def test_it_asks_only_where_that_can_help(tmp_path: Path, state: InstallState) -> None:
    """Not for a version that was installed by hand, or that started well before."""
    pc = Pc(state)
    assert not go_back(tmp_path, pc, "9.0.0")
    assert pc.asked == []


@pytest.mark.parametrize("may", [True, False])
def test_a_request_that_may_not_be_made_is_not_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, may: bool
) -> None:
    """The task reads requests at each start of the PC: one that was refused would be carried out then."""
    monkeypatch.setattr(task, "start", lambda: may)
    assert bool(Machine(tmp_path).ask(Wish.INSTALL, "9.0.0")) is may
    assert (read_request(tmp_path) is not None) is may
