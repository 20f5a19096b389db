"""Reads which appointments have lab work: the marks on their tiles."""

# words: columns and tables of the database
from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from app.api.client import OpenDental
from app.api.errors import ApiError
from app.api.need import Need
from app.domain.schedule.visit import Mark
from app.store.office import Office
from app.store.queries import Questions
from app.wire.query_rows import moment, number
from app.wire.resources.lab_cases import LabCases

FRESH_SECONDS = 600.0
"""Lab cases come back a few times a day, and no event reports it: after this they are read again."""
QUESTION = "lab-marks"
MOST = 400
"""Appointments of one query: a week of a large office."""


class LabReader:
    """With Queries one query for all; without, one request an appointment, in the background."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self._client = client
        self._office = office
        self._questions = Questions(client)

    def due(self, apt_nums: Iterable[int]) -> list[int]:
        """Those of these appointments that have not been read for a while."""
        return self._office.labs.unread(apt_nums, self._office.clock.monotonic() - FRESH_SECONDS)

    def due_again(self, apt_nums: Iterable[int]) -> list[int]:
        """Those of shown appointments: where each takes a request, only those with lab work that was not back."""
        due = self.due(apt_nums)
        if self._questions.may_ask(QUESTION):
            return due
        return [each for each in due if self._office.labs.of(each) is Mark.LAB_AWAY]

    async def read(self, apt_nums: Sequence[int], *, one_by_one: bool) -> None:
        """Read them. `one_by_one`: also where each takes a request. What is refused stays unknown."""
        numbers = [int(each) for each in apt_nums[:MOST]]
        if not numbers:
            return
        now = self._office.clock.monotonic()
        try:
            rows = await self._query(numbers)
            if rows is not None:
                found: dict[int, Mark | None] = dict.fromkeys(numbers)
                for row in rows:
                    apt_num = number(row, "AptNum")
                    found[apt_num] = _worse(found.get(apt_num), is_back=_is_back(row))
                self._office.labs.take(found, now)
            elif one_by_one and self._client.can(LabCases.list):
                await self._by_methods(numbers)
        except ApiError:
            return

    async def _query(self, numbers: Sequence[int]) -> list[dict[str, Any]] | None:
        listed = ",".join(str(each) for each in numbers)
        command = f"SELECT AptNum, DateTimeRecd, DateTimeChecked FROM labcase WHERE AptNum IN ({listed})"  # noqa: S608  # integers
        return await self._questions.ask(QUESTION, command, Need.PREFETCH)

    async def _by_methods(self, numbers: Sequence[int]) -> None:
        for apt_num in numbers:
            cases = await self._client.at(Need.PREFETCH).lab_cases.list(AptNum=apt_num)
            mark: Mark | None = None
            for case in cases:
                mark = _worse(mark, is_back=case.is_back)
            self._office.labs.take({apt_num: mark}, self._office.clock.monotonic())


def _worse(mark: Mark | None, *, is_back: bool) -> Mark:
    """Several cases: one that is away counts."""
    return Mark.LAB_AWAY if mark is Mark.LAB_AWAY or not is_back else Mark.LAB


def _is_back(row: dict[str, Any]) -> bool:
    return any(moment(row, name) is not None for name in ("DateTimeRecd", "DateTimeChecked"))
