"""Progress notes as entries: the place of a procedure in words."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.chart.notes import chart_notes
from app.domain.chart.numbering import Numbering
from app.viewmodels.staff.chart.note_entries import NoteEntries, place_text
from app.wire.resources.chart_modules import ProgNote, ProgNoteSigned, ProgNoteType
from app.wire.resources.procedure_logs import ProcedureLog


@pytest.mark.parametrize(
    ("teeth", "surfaces", "numbering", "words"),
    [
        ("14", "MOD", Numbering.UNIVERSAL, "14 MOD"),
        ("14", "MOD", Numbering.FDI, "26 MOD"),
        ("A", "O", Numbering.PALMER, "URE O"),
        ("18,19,20", "", Numbering.UNIVERSAL, "18, 19, 20"),
        ("2,3,4,5,6", "", Numbering.UNIVERSAL, "2…6"),
        ("", "LR", Numbering.FDI, "LR"),
        ("33", "", Numbering.FDI, "33"),
        ("", "", Numbering.UNIVERSAL, ""),
    ],
)
def test_a_place_in_words(teeth: str, surfaces: str, numbering: Numbering, words: str) -> None:
    """Teeth in the chosen numbering, long ranges by their ends; what is no tooth stays as it is."""
    assert place_text(teeth, surfaces, numbering) == words


def test_a_procedure_as_an_entry(qapp: QApplication) -> None:
    """Place, name, code and status in the title; the author, and that it is signed; the range of a bridge if known."""
    row = ProgNote(
        ObjectType=ProgNoteType.PROCEDURE,
        PrimaryKey=7,
        Description="Pontic",
        ProcCode="D6240",
        Stat="TP",
        Prov="LEE",
        note="As it <b>was</b>\ttyped",
        Signed=ProgNoteSigned.SIGNED,
    )
    (note,) = chart_notes([row])
    entry = NoteEntries(Numbering.UNIVERSAL, {7: ProcedureLog(ProcNum=7, ToothRange="18,19")}).entry(note)
    assert entry.title == "#18, 19 · Pontic · D6240 · Planned"
    assert (entry.author, entry.text) == ("LEE · signed", "As it <b>was</b>\ttyped")
    assert entry.places == ("18", "19")
    assert NoteEntries().entry(note).title == "Pontic · D6240 · Planned"


def test_an_unknown_status_stands_for_itself(qapp: QApplication) -> None:
    """A status that this version doesn't know is shown as the office writes it."""
    row = ProgNote(ObjectType=ProgNoteType.PROCEDURE, Th="3", Description="Something", Stat="Zz")
    assert NoteEntries().entry(chart_notes([row])[0]).title == "#3 · Something · Zz"
