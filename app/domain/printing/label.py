"""Labels: a patient's address for an envelope, or the name for a chart or a lab bag."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time

from app.core.text import At, Shape, Text, Words, join, msg
from app.domain.printing.document import Document, Line, Sheet
from app.domain.printing.mailing import Mailing
from app.domain.schedule.visit import Person

WIDTH, HEIGHT = 252, 81
"""3½ by 1⅛ inches: the usual address label of label printers."""
TITLE = msg("Label")


def address_label(mailing: Mailing) -> Document:
    """The name and the address."""
    lines = [Line(mailing.name, 12, strong=True), *(Line(each, 11) for each in mailing.lines)]
    return _label(lines)


def chart_label(person: Person) -> Document:
    """The name as charts are sorted, the birthdate and the patient's number."""
    return _label(list(_of_chart(person)))


def _of_chart(person: Person) -> Iterator[Line]:
    yield Line(person.display, 13, strong=True)
    number: Text = msg("Patient no. {n}", n=person.pat_num)
    yield Line(join([_born(person.birthdate), number], " · "), 10, gap=2)
    if person.phone:
        yield Line(person.phone, 10)


def _born(birthdate: date | None) -> Words:
    if birthdate is None:
        return ""
    return msg("Born {date}", date=At(datetime.combine(birthdate, time()), Shape.DATE))


def _label(lines: list[Line]) -> Document:
    return Document(TITLE, "", "", sheets=(Sheet(WIDTH, HEIGHT, tuple(lines)),))
