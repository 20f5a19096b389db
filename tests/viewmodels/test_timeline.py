"""The entries of a timeline and their filters."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.viewmodels.timeline import ENTRY, TimelineEntry, TimelineViewModel
from tests.support.sample_timeline import entries, sample_timeline

WARN = QAbstractItemModelTester.FailureReportingMode.Warning


@pytest.fixture
def timeline(qapp: QApplication) -> TimelineViewModel:
    """Thirty entries, watched by Qt's own tester: its warnings fail the test."""
    made = sample_timeline(30)
    QAbstractItemModelTester(made.model, WARN, made)
    return made


def keys(timeline: TimelineViewModel) -> list[object]:
    """The shown entries."""
    return [entry.key for entry in timeline.model.rows]


def test_words_and_kinds_filter_together(timeline: TimelineViewModel) -> None:
    """An entry is shown if its kind is chosen and it has all words, in title, text, author or date."""
    timeline.filter("ortiz tolerated")
    found = keys(timeline)
    assert found
    assert all("tolerated" in entry.text and entry.author == "Kim Ortiz" for entry in timeline.model.rows)
    timeline.choose("commlog", shown=False)
    assert keys(timeline) == []
    assert "ortiz tolerated" in timeline.words
    timeline.choose("commlog", shown=True)
    assert keys(timeline) == found
    timeline.filter("23, 2026 nov")
    assert keys(timeline) == [0, 1]


def test_a_change_keeps_what_is_filtered(timeline: TimelineViewModel) -> None:
    """A changed entry is found by its new words and no more by its old ones; hidden kinds stay prepared."""
    rows = entries(30)
    timeline.filter("procedures")
    timeline.choose("note", shown=False)
    rows[3] = replace(rows[3], title="Extraction 3")
    timeline.show_rows(rows)
    assert 3 not in keys(timeline)
    timeline.filter("extraction")
    assert keys(timeline) == [3]


def test_a_screen_reader_gets_all_of_an_entry(timeline: TimelineViewModel) -> None:
    """Date, title, author and the note as it was typed; the date alone where no time is known."""
    index = timeline.model.index(2, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Nov 22, 2026, 7:05 PM, Notes 2\nCalled about <b>insurance</b> & benefits")
    assert index.data(ENTRY) is timeline.model.rows[2]
    assert TimelineEntry(1, date(2026, 1, 5), "NOTE", "Note").whole == "Jan 5, 2026, Note"
    assert TimelineEntry(1, None, "NOTE", "Note").about == ""
    assert timeline.copied([0, 2]).count("\n\n") == 1


def test_places_and_texts(timeline: TimelineViewModel) -> None:
    """Entries can be limited to a place, and to those with a text, together with the kinds and words."""
    rows = list(timeline.model.rows)
    placed = [
        replace(each, places=("3", "4") if at % 5 == 0 else (), text="x" * (at % 2))
        for at, each in enumerate(rows)
    ]
    timeline.show_rows(placed)
    timeline.narrow("4")
    assert keys(timeline) == [each.key for each in placed if "4" in each.places]
    timeline.show_only_texts(only=True)
    assert keys(timeline) == [each.key for each in placed if "4" in each.places and each.text]
    timeline.narrow("9")
    assert keys(timeline) == []
    assert timeline.words == "Nothing matches the filters above."
    timeline.narrow("")
    timeline.show_only_texts(only=False)
    assert keys(timeline) == [each.key for each in placed]
