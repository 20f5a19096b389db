"""The patient's progress notes."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from app.api.need import Need
from app.domain.chart.notes import ChartNote, chart_notes
from app.store.patients.readers import PartReader
from app.store.topics import Part
from app.wire.resources.chart_modules import ProgNote

SMALLEST_PAGE = 100
"""A page of fewer rows is the last one, whatever the key and the mode."""


class ProgressNotes(Struct, frozen=True):
    """The notes, newest first."""

    rows: tuple[ChartNote, ...]
    complete: bool = True
    """Whether all pages have been read. The office sends the oldest first."""


class NotesReader(PartReader[ProgressNotes]):
    """One request, and one for each further page; each page is shown as it comes."""

    part: ClassVar[Part] = Part.CHART
    also: ClassVar[frozenset[Part]] = frozenset({Part.COMMUNICATION, Part.SCHEDULE})

    async def read(self, pat_num: int, need: Need) -> ProgressNotes:
        """Read them. Raises the client's ApiErrors."""
        rows: list[ProgNote] = []
        async for page in self.client.at(need).chart_modules.prog_notes(pat_num).pages():
            rows += page
            if len(page) >= SMALLEST_PAGE:
                self.publish(pat_num, ProgressNotes(chart_notes(rows), complete=False))
        return ProgressNotes(chart_notes(rows))
