"""Going back to the version before, and what users can't make of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.updates.versions import Version
from app.services.updates.applying import MOST_BACK, TRIAL
from app.services.updates.protected import Result, Why
from app.services.updates.requests import Wish
from tests.support.updates.machine import OLD, OWN_RELEASE, OWN_SETUP, Machine, updated, with_data
from tests.support.updates.source import (
    OURS,
    SETUP,
    file_of,
    manifest_of,
    offered,
    put,
    release,
)

pytestmark = pytest.mark.logs("app.services.updates.applying")


def hold_newest(machine: Machine) -> None:
    """The user's program has downloaded 9.1.0, too."""
    newest = file_of(b"newest" * 100, "FrontDesk-9.1.0.exe")
    put(machine.user, {"FrontDesk-9.1.0.exe": b"newest" * 100})
    content = manifest_of(with_data(release("9.1.0", file=newest)), with_data(release()), sequence=11)
    put(machine.user, offered(OURS, content))


def test_a_version_that_does_not_start_is_gone_back_from(machine: Machine) -> None:
    """The kept installer is verified again; the version is not offered again, a newer one is."""
    updated(machine)
    assert machine.request(Wish.GO_BACK)
    assert OWN_SETUP in (machine.folder / "run.cmd").read_text("ascii")
    machine.installs("0.1.0")
    outcome = machine.state.outcome
    assert (outcome.result, outcome.version, outcome.before) == (Result.WENT_BACK, "0.1.0", "9.0.0")
    assert machine.state.without == (Version(9, 0, 0),)
    assert not machine.request()
    machine.hold(with_data(release("9.0.1")), OWN_RELEASE, sequence=11)
    assert machine.request(version="9.0.1")


def test_a_program_that_can_not_be_started_at_all_is_gone_back_from(machine: Machine) -> None:
    """Then the script installs the version before, whose `--finish` says so."""
    assert machine.request()
    machine.version = "0.1.0"
    machine.applying().finish(0, fell_back=True)
    assert machine.state.outcome.result is Result.WENT_BACK
    assert machine.state.without == (Version(9, 0, 0),)


def test_a_version_that_could_not_be_gone_back_from_is_on_trial(machine: Machine) -> None:
    """Its end was not told at first, and the installer of the version before failed: nobody is told of that version."""
    assert machine.request()
    machine.version = "9.0.0"
    machine.applying().finish(0, fell_back=True)
    state = machine.state
    assert (state.outcome.result, state.outcome.version) == (Result.UPDATED, "9.0.0")
    assert (state.current.version, state.previous.version, state.on_trial) == ("9.0.0", "0.1.0", "9.0.0")
    assert not state.refused


def test_an_update_that_failed_leaves_the_way_back_from_the_version_before(machine: Machine) -> None:
    """While that is on trial, it is still gone back from to what this PC had before it."""
    updated(machine)
    hold_newest(machine)
    assert machine.request(version="9.1.0")
    machine.installs("9.0.0", code=1603)
    assert machine.state.outcome.result is Result.FAILED
    assert machine.request(Wish.GO_BACK)
    assert OWN_SETUP in (machine.folder / "run.cmd").read_text("ascii")


def test_nobody_can_go_back_from_a_version_that_started_well(machine: Machine) -> None:
    """Confirmed by the first good start, or by the time that has passed."""
    updated(machine)
    assert not machine.request(Wish.CONFIRM)
    assert not machine.request(Wish.GO_BACK)
    assert machine.why is Why.NOT_ON_TRIAL


def test_going_back_that_always_fails_ends(machine: Machine) -> None:
    """A check-in PC restarts after each: it would do that for a week, whoever tries to mend it."""
    updated(machine)
    for tried in range(1, MOST_BACK + 1):
        assert machine.state.on_trial == "9.0.0"
        assert machine.request(Wish.GO_BACK, "9.0.0")
        machine.applying().finish(1603)
        assert machine.state.back_failed == tried
    assert machine.state.on_trial == "", "the program reads that, and starts as usual"
    assert not machine.request(Wish.GO_BACK, "9.0.0")
    assert machine.why is Why.NOT_ON_TRIAL


def test_nobody_can_go_back_after_a_week(machine: Machine) -> None:
    """Nor before the update, by a clock that was set back."""
    updated(machine)
    for after in (TRIAL, -timedelta(days=30)):
        machine.time += after
        assert not machine.request(Wish.GO_BACK)
        assert machine.why is Why.NOT_ON_TRIAL


def test_going_back_leads_only_to_the_version_before(machine: Machine) -> None:
    """Not twice, not from a version that was installed by hand, and not to what a user holds in her folder."""
    assert not machine.request(Wish.GO_BACK, "0.1.0")
    updated(machine)
    put(machine.user, {"FrontDesk-0.0.9.exe": OLD})
    assert not machine.request(Wish.GO_BACK, "0.0.9")
    assert machine.request(Wish.GO_BACK)
    machine.installs("0.1.0")
    assert not machine.request(Wish.GO_BACK, "0.1.0")


def test_the_kept_installer_is_verified_again(machine: Machine) -> None:
    """Damaged or missing, it is not run."""
    updated(machine)
    (machine.folder / OWN_SETUP).write_bytes(b"x" * len(OLD))
    assert not machine.request(Wish.GO_BACK)
    assert machine.why is Why.NO_EARLIER


@pytest.mark.parametrize("damaged", [False, True])
def test_the_newer_installer_is_kept_for_when_the_earlier_one_leaves_nothing(
    machine: Machine, *, damaged: bool
) -> None:
    """It is verified again as well. Without it this PC goes back all the same."""
    updated(machine)
    if damaged:
        (machine.folder / SETUP).write_bytes(b"x" * 10)
    assert machine.request(Wish.GO_BACK)
    script = (machine.folder / "run.cmd").read_text("ascii")
    assert (SETUP in script) is not damaged
    assert OWN_SETUP in script


def test_a_version_that_could_not_read_the_data_is_not_gone_back_to(machine: Machine) -> None:
    """The reason is kept, and the new version stays."""
    machine.hold(with_data(release(), 3), OWN_RELEASE)
    updated(machine)
    assert not machine.request(Wish.GO_BACK)
    assert machine.why is Why.OTHER_DATA


def test_without_the_version_before_it_is_installed_all_the_same(machine: Machine) -> None:
    """The source may not have it any more; going back then says why not."""
    machine.hold(with_data(release()))
    updated(machine)
    assert machine.installers == [SETUP]
    assert not machine.request(Wish.GO_BACK)
    assert machine.why is Why.NO_EARLIER


def test_only_the_current_and_the_previous_installer_are_kept(machine: Machine) -> None:
    """After the second update the first version's goes."""
    updated(machine)
    hold_newest(machine)
    assert machine.request(version="9.1.0")
    machine.installs("9.1.0")
    assert machine.installers == [SETUP, "FrontDesk-9.1.0.exe"]
