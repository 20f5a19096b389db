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
