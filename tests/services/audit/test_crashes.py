from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from app.services.audit.audit import Action
from app.services.audit.keeper import KEPT_DAYS
from tests.services.audit.attacks import copy, cut_end, cut_middle, delete, overwrite, restore
from tests.services.audit.crashes import Crashes, after_crash
from tests.services.audit.offices import Office
from tests.support.manual_clock import ManualClock


def nothing(_: Office) -> None:
    """Nobody attacks."""


async def crashes_of(office: Office, folder: Path) -> Crashes:
    """Everything that a killed program may leave of one day's use."""
    office.confirmed = 0
    crashes = Crashes(office, folder)
    with crashes.watching():
        await office.used(2)
    assert len(crashes.moments) > 8
    return crashes


@pytest.mark.parametrize("starts", [0, 1], ids=["first start", "later start"])
async def test_no_crash_is_taken_for_an_attack(office: Office, tmp_path: Path, starts: int) -> None:
    """Killed between any two steps, nothing that was on disk is lost and the next start finds nothing wrong."""
    office = in_own_folder(office, tmp_path)
    for _ in range(starts):
        await office.used(1)
    for moment in (await crashes_of(office, tmp_path)).moments:
        again = after_crash(office, moment)
        async with again.running() as running:
            await running.check()
            assert running.findings == []
            assert running.intact
            opened = {each.key for each in await running.records() if each.action == Action.OPEN_PATIENT}
        assert opened >= set(range(1, moment.confirmed + 1))


@pytest.mark.parametrize(
    "attack", [cut_end, cut_middle, delete, overwrite], ids=lambda attack: attack.__name__
)
async def test_a_crash_hides_no_attack(
    office: Office, tmp_path: Path, attack: Callable[[Office], None]
) -> None:
    """Killed between any two steps of dealing with an attack, the next start still reports it, once."""
    office = in_own_folder(office, tmp_path)
    await office.used()
    attack(office)
    for moment in (await crashes_of(office, tmp_path)).moments:
        assert len((await after_crash(office, moment).checked()).findings) == 1


async def test_a_crash_while_old_records_are_deleted(office: Office, tmp_path: Path) -> None:
    """Killed between any two steps while old records are deleted, the chain is intact."""
    office = in_own_folder(office, tmp_path)
    await office.used(5)
    clock = office.clock
    assert isinstance(clock, ManualClock)
    await clock.advance(timedelta(days=KEPT_DAYS + 1).total_seconds())
    for moment in (await crashes_of(office, tmp_path)).moments:
        async with after_crash(office, moment).running() as running:
            await running.check()
            assert running.findings == []
            records = await running.records()
            assert Action.PRUNED in {each.action for each in records}
            assert Action.BEGIN not in {each.action for each in records}


async def test_an_older_file_from_before_records_were_deleted(office: Office, tmp_path: Path) -> None:
    """A file from before its old records were deleted doesn't pass for the present one."""
    await office.used(5)
    kept = copy(office)
    clock = office.clock
    assert isinstance(clock, ManualClock)
    await clock.advance(timedelta(days=KEPT_DAYS + 1).total_seconds())
    await office.used()
    restore(office, kept)
    assert len((await office.checked()).findings) == 1


async def test_nothing_is_deleted_while_the_time_is_uncertain(office: Office) -> None:
    """Setting the PC's clock years ahead deletes nothing, as long as the office doesn't agree."""
    await office.used(5)
    clock = office.clock
    assert isinstance(clock, ManualClock)
    await clock.advance(timedelta(days=KEPT_DAYS + 1).total_seconds())
    office.time_is_certain = False
    async with office.running() as running:
        await running.check()
        assert Action.BEGIN in {each.action for each in await running.records()}


def in_own_folder(office: Office, folder: Path) -> Office:
    """The same office in a folder with nothing else."""
    home = office.home
    return Office(folder / "office" / home.path.name, dict(home.seals), office.clock, home.office)
