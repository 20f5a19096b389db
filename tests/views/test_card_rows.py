"""An appointment's details."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.core.text import msg
from app.domain.schedule.tile import CardRow
from app.views.widgets.card_rows import CardRows

NOTE = "Call first.\n\n" + "\n".join(f"Line {number}" for number in range(40))


def test_a_long_note_is_whole_where_it_may_be(qtbot: QtBot) -> None:
    """Without a cap a note of forty lines is shown completely, with its line breaks; a card cuts it."""
    heights = []
    for capped in (False, True):
        rows = CardRows(capped=capped)
        qtbot.addWidget(rows)
        rows.resize(300, 900)
        rows.fill([CardRow(msg("Note"), NOTE)])
        rows.show()
        value = rows.findChildren(QLabel)[1]
        heights.append(value.sizeHint().height())
        assert (value.text() == NOTE) is not capped
    assert heights[0] > 40 * 12 > heights[1]


def test_another_appointment_keeps_the_labels(qtbot: QtBot) -> None:
    """Rows of the same kind are shown in the same labels; rows that are gone, or of another kind, leave none behind."""
    rows = CardRows()
    qtbot.addWidget(rows)
    rows.resize(300, 900)
    rows.show()
    rows.fill([CardRow(msg("Note"), NOTE), CardRow(msg("Phone"), "541-555-0101")])
    labels = rows.findChildren(QLabel)
    rows.fill([CardRow(msg("Note"), "Short."), CardRow(msg("Phone"), "541-555-0102")])
    assert rows.findChildren(QLabel) == labels
    assert [each.text() for each in labels] == ["Note", "Short.", "Phone", "541-555-0102"]
    rows.fill([CardRow(msg("Alert"), "Latex", tone="alert")])
    shown = [each.text() for each in rows.findChildren(QLabel) if each.isVisible()]
    assert shown == ["Alert", "Latex"]
