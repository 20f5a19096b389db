from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from app.services.audit.audit import Action
from app.services.audit.state import Finding
from tests.services.audit.attacks import (
    ATTACKS,
    Attack,
    copy,
    cut_end,
    cut_middle,
    delete,
    edit_record,
    edit_vault,
    empty_vault,
    restore,
    swap_rows,
)
from tests.services.audit.offices import Office
from tests.support.manual_clock import ManualClock


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
async def test_every_attack_is_found_once(office: Office, attack: Attack) -> None:
    """It is found at the next start, recorded in an intact chain, shown until it is dismissed, and not found again."""
    await office.used(5)
    attack(office)
    async with office.running() as running:
        running.notes.note(Action.OPEN_PATIENT, "patient", 99)
        await running.check()
        assert len(running.findings) == 1
        assert running.intact
        records = await running.records()
        assert [each.result for each in records if each.action == Action.TAMPERED] == running.findings
        assert Action.START in {each.action for each in records}, "this run's own records are not lost"
        assert 99 in {each.key for each in records}
    async with office.running() as running:
        await running.check()
        (alert,) = running.keeper.status.alerts
        assert running.intact
        await running.keeper.dismiss(alert)
        assert running.findings == []
    assert (await office.checked()).findings == []


@pytest.mark.parametrize(
    ("attack", "finding", "number"),
    [
        (edit_record, Finding.CHANGED, 3),
        (swap_rows, Finding.CHANGED, 3),
        (cut_middle, Finding.MISSING, 3),
        (cut_end, Finding.CUT, 7),
        (delete, Finding.DELETED, 0),
        (edit_vault, Finding.UNWITNESSED, 0),
        (empty_vault, Finding.UNWITNESSED, 0),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
async def test_it_says_what_was_done(office: Office, attack: Attack, finding: Finding, number: int) -> None:
    """The finding says what happened, and which record is the first concerned."""
    await office.used(5)
    attack(office)
    (alert,) = (await office.checked()).keeper.status.alerts
    assert (alert.finding, alert.number) == (finding, number)
    in_place = finding in (Finding.DELETED, Finding.UNWITNESSED)
    assert bool(alert.aside) is not in_place
    if alert.aside:
        assert office.home.path.with_name(alert.aside).exists(), "the damaged file is kept"


async def test_an_older_file(office: Office) -> None:
    """A file from before is found, whether it is shorter or has gone on differently since."""
    await office.used()
    kept = copy(office)
    await office.used()
    restore(office, kept)
    assert (await office.checked()).findings == [Finding.CUT]


async def test_an_older_file_with_its_vault(office: Office) -> None:
    """A file restored together with the vault's copy of that day is found by the sealed store's."""
    await office.used()
    kept, vault = copy(office), office.vault.content
    await office.used()
    restore(office, kept)
    office.vault.content = vault
    assert (await office.checked()).findings == [Finding.CUT]


async def test_a_deleted_file_and_vault(office: Office) -> None:
    """A file that was deleted together with the vault's copy is missed by the sealed store."""
    await office.used()
    delete(office)
    empty_vault(office)
    assert (await office.checked()).findings == [Finding.DELETED]


async def test_a_vault_of_the_chain_before(office: Office) -> None:
    """What the vault kept of a chain that was set aside doesn't pass for that of the present one."""
    await office.used()
    vault = office.vault.content
    cut_middle(office)
    assert (await office.checked()).findings == [Finding.MISSING]
    office.vault.content = vault
    assert (await office.checked()).findings == [Finding.MISSING, Finding.UNWITNESSED]


async def test_an_older_file_that_went_on(office: Office) -> None:
    """A restored file that was written to without its vault doesn't fit when the vault is there again."""
    await office.used()
    kept = copy(office)
    await office.used()
    restore(office, kept)
    office.vault.locked = office.store.locked = True
    await office.used(20)
    office.vault.locked = office.store.locked = False
    assert (await office.checked()).findings == [Finding.CHANGED]


async def test_the_file_of_another_office(office: Office, tmp_path: Path) -> None:
    """The file of another office is found, even if the same keys open it."""
    other = Office(tmp_path / "other.db", dict(office.home.seals), office.clock, mark="4567")
    await other.used()
    await office.used()
    restore(office, other.home.path)
    assert (await office.checked()).findings == [Finding.FOREIGN]


async def test_the_file_of_another_chain(office: Office, tmp_path: Path) -> None:
    """A file that the same office began elsewhere is found."""
    other = Office(tmp_path / "other.db", dict(office.home.seals), office.clock)
    await other.used()
    await office.used()
    restore(office, other.home.path)
    assert (await office.checked()).findings == [Finding.OTHER]


async def test_a_clock_set_back(office: Office) -> None:
    """A record under an earlier time than the one before follows one that says by how much; seconds are corrected."""
    clock = office.clock
    assert isinstance(clock, ManualClock)
    await office.used()
    await clock.advance(-30)
    await office.used(1)
    assert Action.CLOCK not in {each.action for each in await all_records(office)}
    await clock.advance(-timedelta(hours=3).total_seconds())
    await office.used(1)
    found = [each for each in await all_records(office) if each.action == Action.CLOCK]
    assert [each.result for each in found] == ["10800 s"]


async def test_vault_not_there(office: Office) -> None:
    """Without the vault the log works and nothing is reported; once it is back, the end is compared."""
    await office.used()
    cut_end(office)
    office.vault.locked = office.store.locked = True
    async with office.running() as running:
        await running.check()
        assert running.findings == []
        assert set(running.keeper.status.silent) == {"store", "vault"}
        office.vault.locked = office.store.locked = False
        await running.check()
        assert running.findings == [Finding.CUT]
        assert running.keeper.status.silent == ()


async def all_records(office: Office) -> list:  # type: ignore[type-arg]
    """What is in the file."""
    async with office.running() as running:
        return await running.records()
