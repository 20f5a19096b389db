"""Reads what is known of the patients of one day: six queries with Queries, else one request for each patient."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from app.api.client import OpenDental
from app.api.errors import ApiError, NotSent
from app.api.need import Need
from app.domain.huddle.readiness import NOTHING, Coverage, Facts, Lab
from app.services.huddle.readiness_queries import (
    LAB,
    LAB_QUESTION,
    PATIENT_QUESTIONS,
    PatientQuestion,
    lab_of,
)
from app.services.huddle.summary_facts import alerts_of_summary
from app.services.patients.summary.methods import alerts_of
from app.store.queries import MOST_NAMES, Questions
from app.wire.query_rows import Row, number
from app.wire.resources.chart_modules import PatientInfoRow

PRIMARY = "Pri Ins"  # words: a label of Open Dental


class Wanted(Struct, frozen=True):
    """Whom to read: the day's patients and appointments, in the order of need."""

    day: date
    pat_nums: tuple[int, ...]
    apt_nums: tuple[int, ...]
    again: frozenset[int] = frozenset()
    """Patients who are read although they are known: of a key without Queries only the others are."""


class Progress(Struct, frozen=True):
    """What is known so far."""

    facts: Mapping[int, Facts] = {}
    """By PatNum."""
    labs: Mapping[int, Lab] = {}
    """By AptNum."""
    done: int = 0
    total: int = 0
    """Requests, sent and to be sent."""
    queried: bool = True
    """Whether the key has Queries: without it most facts stay unknown."""

    @property
    def complete(self) -> bool:
        """Whether everything was asked."""
        return self.done >= self.total


Show = Callable[[Progress], None]
Known = Callable[[], Progress]
"""What was shown last, with what was learned elsewhere since."""


class ReadinessReader:
    """Reads, and shows each result as it comes."""

    def __init__(self, client: OpenDental) -> None:
        self._client = client
        self._questions = Questions(client)

    async def read(self, wanted: Wanted, known: Known, show: Show, need: Need) -> None:
        """Read all of it. Patients known from before stay until their answers come. Raises the client's ApiErrors."""
        if wanted.apt_nums and not await self._by_queries(wanted, known, show, need):
            await self._one_by_one(wanted, known, show)

    async def _by_queries(self, wanted: Wanted, known: Known, show: Show, need: Need) -> bool:
        """False: the key has no Queries."""
        people, visits = _batches(wanted.pat_nums), _batches(wanted.apt_nums)
        total = len(people) * len(PATIENT_QUESTIONS) + len(visits)
        show(replace(known(), done=0, total=total, queried=True))
        answered = 0
        for batch in people:
            for question in PATIENT_QUESTIONS:
                sql = question.sql.format(numbers=_listed(batch), day=wanted.day.isoformat())
                rows = await self._questions.ask(question.name, sql, need)
                answered += rows is not None
                if not answered:
                    return False
                so_far = known()
                filled = _filled(question, batch, rows, so_far.facts) if rows is not None else {}
                show(replace(so_far, facts={**so_far.facts, **filled}, done=so_far.done + 1))
        for batch in visits:
            rows = await self._questions.ask(LAB_QUESTION, LAB.format(numbers=_listed(batch)), need)
            so_far = known()
            if rows is not None:
                labs = dict.fromkeys(batch, Lab()) | dict(map(lab_of, rows))
                so_far = replace(so_far, labs={**so_far.labs, **labs})
            show(replace(so_far, done=so_far.done + 1))
        return True

    async def _one_by_one(self, wanted: Wanted, known: Known, show: Show) -> None:
        """One request for each patient that is not known, behind everything else."""
        before, total = known(), len(wanted.pat_nums)
        missing = [
            each
            for each in wanted.pat_nums
            if each in wanted.again or before.facts.get(each, NOTHING).alerts is None
        ]
        show(replace(before, done=total - len(missing), total=total, queried=False))
        for pat_num in missing:
            lines: Sequence[PatientInfoRow] = ()
            try:
                lines = await self._client.at(Need.PREFETCH).chart_modules.patient_info(pat_num)
            except NotSent:
                raise
            except ApiError:
                pass  # this patient's facts stay unknown
            so_far = known()
            facts = _of_info(so_far.facts.get(pat_num, NOTHING), lines)
            show(replace(so_far, facts={**so_far.facts, pat_num: facts}, done=so_far.done + 1))


def _filled(
    question: PatientQuestion, batch: Sequence[int], rows: Sequence[Row], known: Mapping[int, Facts]
) -> dict[int, Facts]:
    found = {each: replace(known.get(each, NOTHING), **question.none) for each in batch}
    for row in rows:
        pat_num = number(row, "PatNum")  # words: a column
        if pat_num in found:
            found[pat_num] = question.fill(found[pat_num], row)
    return found


def _of_info(facts: Facts, lines: Sequence[PatientInfoRow]) -> Facts:
    """Alerts and the carrier; what the office hides in the Chart Module stays unknown."""
    changes: dict[str, Any] = {}
    if (found := alerts_of(lines)) is not None:
        changes["alerts"] = alerts_of_summary(found)
    carriers = [line.Content.strip() for line in lines if line.Field.strip() == PRIMARY]
    if carriers:
        changes["coverage"] = tuple(Coverage(each, dates_known=False) for each in carriers if each)
    return replace(facts, **changes)


def _batches(numbers: Sequence[int]) -> list[tuple[int, ...]]:
    """An answer to so many fits on one page."""
    found = tuple(dict.fromkeys(each for each in numbers if each > 0))
    return [found[first : first + MOST_NAMES] for first in range(0, len(found), MOST_NAMES)]


def _listed(batch: Sequence[int]) -> str:
    return ",".join(str(int(each)) for each in batch)
