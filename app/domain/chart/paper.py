"""The tooth chart on one sheet: the picture, and every tooth in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from itertools import zip_longest

from app.core.text import At, Shape, Text, Words, join, msg
from app.domain.chart.listing import ToothLine, line_of, list_problems, list_shared
from app.domain.chart.mouth import Mouth
from app.domain.chart.numbering import Numbering
from app.domain.printing.document import Cell, Column, Document, Picture, Section, Table

_COLUMNS = (
    Column(msg("Tooth")),
    Column(msg("Upper arch"), 1),
    Column(msg("Tooth")),
    Column(msg("Lower arch"), 1),
)
_NO_LINE = (Cell(), Cell())


def chart_document(
    mouth: Mouth,
    numbering: Numbering,
    pictures: tuple[Picture, ...],
    *,
    who: Words,
    practice: str,
    now: datetime,
) -> Document:
    """A mouth for printing; `who` names the patient, `now` is the office's time."""
    upper, lower = (
        [
            line_of(state, numbering)
            for state in mouth.all()
            if state.visible and state.tooth.upper is is_upper
        ]
        for is_upper in (True, False)
    )
    rows = zip_longest(_cells(upper), _cells(reversed(lower)), fillvalue=_NO_LINE)
    table = Table(_COLUMNS, tuple((*left, *right) for left, right in rows))
    section = Section(
        who,
        (_day_of(mouth.at),),
        (table,) if table.rows else (),
        (*list_shared([*upper, *lower]), *_not_drawn(mouth, numbering)),
        pictures,
    )
    printed = msg("Printed {when}", when=At(now, Shape.BOTH))
    return Document(msg("Tooth chart"), practice, printed, (section,), one_page=True)


def _cells(lines: Iterable[ToothLine]) -> list[tuple[Cell, Cell]]:
    """The teeth with something on them, from the patient's right to the left."""
    return [(Cell(lead=line.number), Cell(line.words)) for line in lines if not (line.plain or line.absent)]


def _not_drawn(mouth: Mouth, numbering: Numbering) -> list[Text]:
    problems = list_problems(mouth, numbering)
    return [msg("Not drawn: {words}", words=join(problems, "; "))] if problems else []


def _day_of(at: date | None) -> Text:
    return msg("As of {day}", day=At(datetime.combine(at, time()), Shape.DATE)) if at else msg("As of today")
