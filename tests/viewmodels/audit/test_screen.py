"""The audit log at an open desk."""

from __future__ import annotations

import csv
import hashlib
from pathlib import Path

import pytest

from app.core.text import msg
from app.domain.people.rights import Demand
from app.domain.schedule.visit import Stage
from app.services.audit.audit import PATIENT, Action
from app.services.audit.file import Numbered
from app.services.audit.reader import NEEDED, AuditReader
from app.services.audit.search import Search
from app.services.audit.state import Finding
from app.services.audit.writer import AuditWriter
from app.services.people.authority import Approval, NotAllowed
from app.viewmodels.staff.audit.filters import Typed
from app.viewmodels.staff.audit.screen import AuditScreenViewModel
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.staff.schedule.screen import ScheduleScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from tests.support.qt_loop import until
from tests.viewmodels.tables.test_table import Chooser

TEXT = msg("You may not read the audit log.")
NAMED = 1841


async def opened(desk: DeskViewModel) -> AuditScreenViewModel:
    """The audit log, checked and read."""
    model = await desk.screens.show("audit")
    assert isinstance(model, AuditScreenViewModel)
    await until(lambda: "intact since" in model.standing and bool(rows(model)))
    return model


def rows(model: AuditScreenViewModel) -> list[Numbered]:
    """The records that are shown."""
    return list(model.rows.table.model.rows)


async def found(model: AuditScreenViewModel, **typed: str | int) -> list[Numbered]:
    """The records that a search finds."""
    model.rows.table.show_words("…")
    model.rows.search(Typed(**typed))  # type: ignore[arg-type]
    await until(lambda: model.rows.table.words != "…")
    return rows(model)


async def test_writes_are_in_it(model: ScheduleScreenViewModel) -> None:
    """A write is there with each of its states, its kind, keys and person, and without the patient's name."""
    visit = next(each.visit for each in model.schedule.grid.visits if each.visit.stage is Stage.CONFIRMED)
    model.schedule.select(visit.apt_num)
    model.commands["visit.arrived"].run()
    journal = model.desk.parts.journal
    await until(lambda: any(entry.state.settled for entry in journal.recent(1)))
    audit = await opened(model.desk)
    changes = [each.record for each in await found(audit, group=1)]
    assert [each.result for each in reversed(changes)] == ["accepted", "sent", "done"]
    assert {(each.kind, each.who, each.patient) for each in changes} == {
        (journal.recent(1)[0].intent.kind, "Ana", visit.pat_num)
    }
    assert changes[0].key == visit.apt_num
    everything = " ".join(str(each.record) for each in await found(audit))
    assert visit.person is not None
    assert visit.person.last_name not in everything


async def test_opened_patients_and_searches(model: ScheduleScreenViewModel) -> None:
    """Who was selected is there once in a row; it is found by patient number, action, person and date."""
    desk = model.desk
    for pat_num in (NAMED, NAMED, 12, NAMED):
        desk.patient.select(pat_num, Origin.SEARCH)
    audit = await opened(desk)
    opened_ones = await found(audit, patient=str(NAMED))
    assert [(each.record.action, each.record.kind, each.record.result) for each in opened_ones] == [
        (Action.OPEN_PATIENT, PATIENT, "search")
    ] * 2
    today = desk.now().date()
    assert len(await found(audit, group=6, who="ANA", first=f"{today:%m/%d/%Y}")) == 3
    assert await found(audit, who="Bea") == []
    assert audit.rows.table.words == "No records match this search."
    assert await found(audit, patient=str(NAMED), last="1/2/2020") == []
    await found(audit, patient="12a")
    assert audit.rows.problem == "A patient number has only digits."
    await found(audit, first="13/45/2026")
    assert audit.rows.problem.startswith("Not a date.")
    assert (await found(audit, group=8))[0].record.action == Action.READ_AUDIT


async def test_page_by_page(model: ScheduleScreenViewModel) -> None:
    """Only the newest records are read at first, and older ones below them when asked for, until all are shown."""
    desk = model.desk
    for number in range(2300):
        desk.parts.audit.note(Action.OPEN_PATIENT, PATIENT, number + 1)
    audit = await opened(desk)
    more = desk.commands["audit.more"]
    assert 200 <= len(rows(audit)) < 1000
    while more.can_run:
        shown = len(rows(audit))
        more.run()
        await until(lambda shown=shown: len(rows(audit)) > shown and not more.running)
    assert len(rows(audit)) > 2300
    assert [each.number for each in rows(audit)] == list(range(len(rows(audit)), 0, -1))


class Nobody:
    """An authority that allows nothing, and nobody may approve it."""

    def check(self, demands: list[Demand], approval: Approval | None = None) -> None:
        """Refuse."""
        raise NotAllowed(TEXT, [NEEDED], second=False)


async def test_who_may_not_read_it(model: ScheduleScreenViewModel) -> None:
    """Without the right nothing is shown, searched, exported or printed; the service refuses, not the button."""
    desk = model.desk
    desk.parts.writes.authority = Nobody()  # type: ignore[assignment]
    shown = await desk.screens.show("audit")
    assert isinstance(shown, AuditScreenViewModel)
    await until(lambda: shown.rows.table.words == str(TEXT))
    assert shown.standing == ""
    assert rows(shown) == []
    assert not any(command.can_run for command in shown.own_commands)


async def test_who_may_not_export(model: ScheduleScreenViewModel, tmp_path: Path) -> None:
    """Without the right a table of the desk is not saved; with it, it is, and the audit has it."""
    desk, path = model.desk, tmp_path / "audit.csv"
    audit = await opened(desk)
    said: list[str] = []
    audit.rows.table.notice.connect(said.append)
    usual = desk.parts.writes.authority
    desk.parts.writes.authority = Nobody()  # type: ignore[assignment]
    audit.rows.table.save(Chooser(path))
    await until(lambda: said == [str(TEXT)])
    assert not path.exists()
    desk.parts.writes.authority = usual
    audit.rows.table.save(Chooser(path))
    await until(path.exists)
    assert (await found(audit, group=7))[0].record.kind == "audit"


async def test_another_person(model: ScheduleScreenViewModel) -> None:
    """What one person opened can't be read by the next one, for whom the log is opened, and recorded, anew."""
    desk = model.desk
    reading = await AuditReader(desk.parts.audit, desk.parts.writes.authority).open()
    audit = await opened(desk)
    desk.user.rename("Bea")
    await until(lambda: len(rows(audit)) > 0 and rows(audit)[0].record.who == "Bea")
    assert rows(audit)[0].record.action == Action.READ_AUDIT
    with pytest.raises(NotAllowed, match="Open the audit log again"):
        await reading.page(Search())


async def test_an_export_can_be_checked_by_anyone(model: ScheduleScreenViewModel, tmp_path: Path) -> None:
    """The CSV file has what the hashes cover: with the statement's first hash, every one can be computed."""
    desk = model.desk
    desk.patient.select(NAMED, Origin.SEARCH)
    desk.parts.audit.note(Action.SIGN_IN_FAILED, who="=HYPERLINK(0)")
    audit = await opened(desk)
    path = tmp_path / "log.csv"
    audit.export(path)
    await until(lambda: audit.exporting.outcome.startswith("Saved as"))
    text = (tmp_path / "log.txt").read_text("utf-8")
    start = text.split("The hash before record 1 is ")[1].split(".")[0]
    with path.open(encoding="utf-8-sig", newline="") as file:
        _, *lines = csv.reader(file)
    digest = bytes.fromhex(start)
    assert "'=HYPERLINK(0)" in [line[2] for line in lines]
    for line in lines:
        line[2] = line[2].removeprefix("'")
        digest = hashlib.sha256(digest + "\x1f".join(line[:10]).encode()).digest()
        assert digest.hex() == line[10]
    assert len(lines) >= 4
    assert f"Last: record {len(lines)}, SHA-256 {digest.hex()}" in text
    assert "The audit log is intact since" in text
    exported = await found(audit, group=7)
    assert exported[0].record.action == Action.EXPORT_AUDIT
    assert exported[0].record.result == f"{len(lines)} rows"


async def test_exports_into_nowhere(model: ScheduleScreenViewModel, tmp_path: Path) -> None:
    """A file that can't be written is said, and nothing is left behind."""
    audit = await opened(model.desk)
    audit.export(tmp_path / "nowhere" / "log.csv")
    await until(lambda: "couldn't be saved" in audit.exporting.outcome)
    assert list(tmp_path.glob("*.part")) == []


async def test_an_altered_log(model: ScheduleScreenViewModel) -> None:
    """A finding is a banner on every screen and a line in the log, until someone who may read it dismisses it."""
    desk = model.desk
    audit = await opened(desk)
    keeper = await desk.parts.audit.keeper()

    def alter(writer: AuditWriter) -> None:
        writer.file._database.change("UPDATE record SET digest = zeroblob(32) WHERE id = 2")

    await keeper.run(alter)
    await keeper.check()
    await until(lambda: any(banner.id == "audit altered" for banner in desk.banners.items))
    ((alert, words),) = audit.alerts
    assert alert.finding is Finding.CHANGED
    assert words.startswith(
        "Record 2 of the audit log was changed outside Front Desk. The file was set aside as "
    )
    audit.dismiss(alert)
    await until(lambda: audit.alerts == ())
    assert all(banner.id != "audit altered" for banner in desk.banners.items)
    assert [each.record.action for each in await found(audit, group=8)][:2] == [
        Action.DISMISS_ALERT,
        Action.TAMPERED,
    ]
