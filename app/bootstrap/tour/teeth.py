"""The tour of the tooth chart: a child's teeth on paper, as a list, and on an earlier day."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.bootstrap.screens import PATIENT
from app.bootstrap.tour.hands import Hands
from app.viewmodels.staff.chart.chart import ChartModel
from app.viewmodels.staff.patient.screen import PatientScreenViewModel
from app.viewmodels.staff.selected_patient import Origin
from app.views.staff.chart.odontogram_panel import OdontogramPanel

MIXED = (
    "SELECT toothinitial.PatNum FROM toothinitial INNER JOIN procedurelog"
    " ON procedurelog.PatNum = toothinitial.PatNum AND procedurelog.ToothNum <> ''"
    " WHERE toothinitial.InitialType = 2 GROUP BY toothinitial.PatNum"
    " ORDER BY COUNT(DISTINCT procedurelog.ProcNum) DESC, toothinitial.PatNum LIMIT 1"
)
"""Of the training practice's patients with primary teeth, the one with most treatment."""  # words: SQL


def _model(hands: Hands) -> ChartModel:
    screen = cast(PatientScreenViewModel, hands.desk.screens.model(PATIENT))
    return cast(ChartModel, screen.model("chart"))


def _panel(hands: Hands) -> OdontogramPanel:
    return hands.program.window.findChildren(OdontogramPanel)[0]


async def child(hands: Hands) -> None:
    """A child's mixed dentition."""
    rows = await hands.desk.parts.client.queries.short_query(SqlCommand=MIXED)
    hands.desk.patient.select(int(rows[0]["PatNum"]), Origin.SEARCH)
    model = _model(hands)
    await hands.until(lambda: model.teeth.value is not None and bool(model.teeth.odontogram.state.dates))


async def paper(hands: Hands) -> QWidget | None:
    """Ctrl+Shift+P: the teeth as they would be printed."""
    from app.views.printing.preview import PrintPreview  # loads when something is printed

    hands.desk.commands["chart.print"].run()
    window = hands.program.window
    await hands.until(lambda: any(each.is_ready for each in window.findChildren(PrintPreview)))
    return window.findChild(PrintPreview)


async def listed(hands: Hands) -> None:
    """The same as a list; keys go from tooth to tooth."""
    hands.close_dialogs()
    await hands.until(hands.has_keys)
    panel = _panel(hands)
    panel.show_list(shown=True)
    panel.list.setFocus()
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down):
        hands.key(key)
    await hands.until(lambda: bool(_model(hands).teeth.odontogram.state.selected))


async def earlier(hands: Hands) -> None:
    """Page Up: the teeth on the first day with a change."""
    panel = _panel(hands)
    panel.show_list(shown=False)
    panel.canvas.setFocus()
    hands.key(Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    await hands.until(lambda: _model(hands).teeth.odontogram.state.at is not None)


Do = Callable[[Hands], Awaitable[QWidget | None]]

STEPS: tuple[tuple[str, Do], ...] = (
    ("a child's teeth", child),
    ("teeth on paper", paper),
    ("teeth as a list", listed),
    ("teeth on an earlier day", earlier),
)
