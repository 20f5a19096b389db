"""Progress notes: their order, their dates, and the teeth that they are about."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from app.domain.chart.anatomy import TEETH
from app.domain.chart.notes import NoteKind, chart_notes, note_slots, slot_key
from app.wire.resources.chart_modules import ProgNote, ProgNoteType
from app.wire.resources.procedure_logs import ProcedureLog


def note(number: int, at: str, time: str = "", **more: object) -> ProgNote:
    """A commlog, unless it says otherwise."""
    fields = {"ObjectType": ProgNoteType.COMMLOG, **more}
    return ProgNote(PrimaryKey=number, Date=at.partition(" ")[0], Time=time, DateTime=at, **fields)


def test_newest_first() -> None:
    """By time; without a time after those of the same day; equal ones in reverse; without a date last."""
    rows = [
        note(1, ""),
        note(2, "12/21/2021 12:00:00 AM"),
        note(3, "12/21/2021 11:40:00 AM", "11:40a"),
        note(4, "2/8/2022 3:18:00 PM", "3:18p"),
        note(5, "2/8/2022 3:18:00 PM", "3:18p"),
        note(6, "2021-12-21 10:00:00", "10:00a"),
        note(4, "2/8/2022 3:18:00 PM", "3:18p"),
    ]
    assert [each.row.PrimaryKey for each in chart_notes(rows)] == [5, 4, 3, 6, 2, 1]


@pytest.mark.parametrize(
    ("row", "at"),
    [
        (note(1, "02/08/2022 03:18:00 PM", "3:18p"), datetime(2022, 2, 8, 15, 18)),
        (note(1, "12/21/2021 12:00:00 AM"), date(2021, 12, 21)),
        (ProgNote(Date="02/08/2022"), date(2022, 2, 8)),
        (note(1, "0001-01-01 00:00:00"), None),
        (note(1, "last Tuesday"), None),
    ],
)
def test_dates_as_an_office_prints_them(row: ProgNote, at: date | None) -> None:
    """American and ISO dates are read; a note without a time has a date only; nonsense is no date, never an error."""
    assert chart_notes([row])[0].at == at


def test_kinds() -> None:
    """Procedures, appointments and commlogs are kinds of their own, everything else is the fourth."""
    kinds = [chart_notes([ProgNote(ObjectType=each)])[0].kind for each in ProgNoteType]
    assert kinds[:3] == [NoteKind.APPOINTMENT, NoteKind.PROCEDURE, NoteKind.COMMLOG]
    assert set(kinds[3:]) == {NoteKind.OTHER}


def test_the_teeth_of_a_note() -> None:
    """A procedure's tooth, or its range if that is known. A primary tooth has the place of its successor."""
    procedure = ProgNoteType.PROCEDURE
    (filling, bridge, baby, odd, other) = chart_notes(
        [
            note(5, "1/1/2021 1:00:00 AM", ObjectType=ProgNoteType.SHEET, Th="3"),
            note(4, "1/1/2022 1:00:00 AM", ObjectType=procedure, Th="33"),
            note(3, "1/1/2023 1:00:00 AM", ObjectType=procedure, Th="A"),
            note(2, "1/1/2024 1:00:00 AM", ObjectType=procedure),
            note(1, "1/1/2025 1:00:00 AM", ObjectType=procedure, Th="14"),
        ]
    )
    ranges = {2: ProcedureLog(ProcNum=2, ToothRange="3,4,5")}
    assert note_slots(filling, {}) == ("14",)
    assert (note_slots(bridge, {}), note_slots(bridge, ranges)) == ((), ("3", "4", "5"))
    assert note_slots(baby, {}) == (slot_key(TEETH["4"]),)
    assert (note_slots(odd, {}), note_slots(other, {})) == ((), ())
    assert slot_key(TEETH["54"]) != slot_key(TEETH["4"])


def test_a_deleted_procedure_has_no_note() -> None:
    """A procedure that the office shows as deleted is left out; other kinds have no such status."""
    kept = note(1, "2/8/2022 3:18:00 PM", "3:18p", ObjectType=ProgNoteType.PROCEDURE, Stat="TP")
    gone = note(2, "2/8/2022 3:18:00 PM", "3:18p", ObjectType=ProgNoteType.PROCEDURE, Stat="D")
    other = note(3, "2/8/2022 3:18:00 PM", "3:18p", Stat="D")
    assert {each.row.PrimaryKey for each in chart_notes([kept, gone, other])} == {1, 3}
