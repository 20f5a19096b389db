"""Moving from tooth to tooth by keys: along an arch, and to the tooth above or below."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.views.staff.chart.odontogram.layout import Cell, Layout

_ALONG = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ACROSS = (Qt.Key.Key_Up, Qt.Key.Key_Down)


def neighbor(layout: Layout, name: str, key: int) -> str | None:
    """The tooth to which a key leads from a tooth ("": from none, to the first one); None: the key doesn't lead."""
    here = layout.of(name)
    if key not in _ALONG and key not in _ACROSS and key not in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return None
    if not layout.cells:
        return None
    if here is None:
        return layout.cells[0].tooth.name
    row = [cell for cell in layout.cells if cell.tooth.upper is here.tooth.upper]
    if key in _ACROSS:
        wanted = key == Qt.Key.Key_Up
        other = [cell for cell in layout.cells if cell.tooth.upper is wanted]
        return (
            here.tooth.name if here.tooth.upper is wanted or not other else _nearest(other, here).tooth.name
        )
    if key in _ALONG:
        place = row.index(here) + _ALONG[Qt.Key(key)]
        return row[min(max(place, 0), len(row) - 1)].tooth.name
    return row[0 if key == Qt.Key.Key_Home else -1].tooth.name


def _nearest(row: list[Cell], here: Cell) -> Cell:
    middle = here.left + here.center
    return min(row, key=lambda cell: abs(cell.left + cell.center - middle))
