"""Prints the tooth chart as it is on the screen: the same day and numbers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.core.office_clock import OfficeClock
from app.core.tasks import TaskScope
from app.core.text import Words
from app.domain.chart.mouth import Mouth
from app.domain.chart.numbering import Numbering
from app.domain.chart.paper import chart_document
from app.domain.printing.document import Document, Picture
from app.viewmodels.printing import PrintChoice, PrintViewModel
from app.viewmodels.staff.chart.odontogram import OdontogramViewModel
from app.viewmodels.translation import tr

Draw = Callable[[Mouth, Numbering], Picture]


def print_chart(
    model: OdontogramViewModel,
    draw: Draw,
    *,
    who: Words,
    practice: str,
    clock: OfficeClock,
    scope: TaskScope,
    parent: QObject,
) -> PrintViewModel:
    """The preview of a patient's chart. `draw` makes the picture for paper, `who` names the patient on the sheet."""
    mouth, numbering = model.state.mouth, model.state.numbering

    async def make() -> Document:
        pictures = (draw(mouth, numbering),)
        return chart_document(mouth, numbering, pictures, who=who, practice=practice, now=clock.now())

    name = tr("Tooth chart")
    return PrintViewModel([PrintChoice(name, name, make)], 0, scope, parent)
