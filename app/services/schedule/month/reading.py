"""Reads how full the days of some weeks are, without keeping their appointments in memory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from app.api.client import OpenDental
from app.api.need import Need
from app.domain.schedule.columns import main_provider
from app.domain.schedule.month import Booked, DayLoad, booked_of, day_load
from app.domain.schedule.stages import StageRules
from app.domain.schedule.visit import SLOT_MINUTES
from app.services.schedule.filter import ColumnKind, ScheduleFilter
from app.services.schedule.grids import NO_LISTS, all_visits, day_plan
from app.services.schedule.rows import plan_of, visit_of
from app.store.office import Office
from app.store.queries import Questions
from app.store.schedule.days import NOT_ON_SCHEDULE
from app.wire.query_rows import number

QUESTION = "booked time"  # words: its name, so that it is not asked again after a refusal


class MonthReader:
    """Days in memory cost no request; other weeks a query (or their appointments) and their schedules."""

    def __init__(self, client: OpenDental, office: Office) -> None:
        self._client = client
        self._office = office
        self._questions = Questions(client)

    def known(self, days: Sequence[date], shown: ScheduleFilter) -> dict[date, DayLoad]:
        """The days that are in memory."""
        found: dict[date, DayLoad] = {}
        for day in days:
            plan = day_plan(self._office, day)
            if plan is not None:
                visits = all_visits(self._office, day)
                booked = booked_of(visits, day, [main_provider(each) for each in visits])
                found[day] = day_load(day, plan, booked, self._op_nums(shown), _prov_nums(shown))
        return found

    async def read(self, days: Sequence[date], shown: ScheduleFilter) -> dict[date, DayLoad]:
        """Consecutive days; none before the office's lists are read. Raises the client's ApiErrors."""
        lists = self._office.lists
        if lists is None:
            return {}
        booked = await self._queried(days)
        if booked is None:
            booked = await self._listed(days)
        rows = await self._client.at(Need.SCREEN).schedules.list(dateStart=days[0], dateEnd=days[-1])
        return {
            day: day_load(
                day,
                plan_of([row for row in rows if row.SchedDate == day], lists),
                [each for each in booked if each.day == day],
                self._op_nums(shown),
                _prov_nums(shown),
            )
            for day in days
        }

    # --- inside --------------------------------------------------------------------------------------------

    def _op_nums(self, shown: ScheduleFilter) -> list[int]:
        rows = (self._office.lists or NO_LISTS).operatories
        wanted = [
            row.OperatoryNum for row in rows if not row.IsHidden and shown.clinic_num in (None, row.ClinicNum)
        ]
        return wanted if shown.op_nums is None else [each for each in wanted if each in shown.op_nums]

    async def _queried(self, days: Sequence[date]) -> list[Booked] | None:
        """By day, operatory and provider; None without Queries."""
        after = days[-1] + timedelta(days=1)
        who = "IF(IsHygiene = 1 AND ProvHyg > 0, ProvHyg, ProvNum)"  # words: SQL of the query
        command = (
            f"SELECT DATE(AptDateTime) AS Day, Op, {who} AS Prov, COUNT(*) AS Number,"  # noqa: S608  # dates
            f" SUM(CHAR_LENGTH(Pattern)) AS Slots FROM appointment WHERE AptStatus IN (1, 2, 4)"
            f" AND AptDateTime >= '{days[0].isoformat()}' AND AptDateTime < '{after.isoformat()}'"
            f" GROUP BY DATE(AptDateTime), Op, {who}"
        )
        rows: list[dict[str, Any]] = []
        if not await self._questions.paged(QUESTION, command, Need.SCREEN, lambda page, _: rows.extend(page)):
            return None
        return [
            Booked(
                day,
                number(row, "Op"),
                number(row, "Prov"),
                number(row, "Slots") * SLOT_MINUTES,
                number(row, "Number"),
            )
            for row in rows
            if (day := _day(str(row.get("Day") or ""))) is not None
        ]

    async def _listed(self, days: Sequence[date]) -> list[Booked]:
        rules: StageRules = (self._office.lists or NO_LISTS).stages
        rows = await self._client.at(Need.SCREEN).appointments.list(dateStart=days[0], dateEnd=days[-1])
        there = [row for row in rows if row.AptStatus not in NOT_ON_SCHEDULE]
        visits = [visit for row in there if (visit := visit_of(row, None, rules)) is not None]
        main = [main_provider(each) for each in visits]
        return [booked for day in days for booked in booked_of(visits, day, main)]


def _prov_nums(shown: ScheduleFilter) -> set[int] | None:
    """The providers that a filter shows; None: all."""
    chosen = shown.prov_nums if shown.columns is ColumnKind.PROVIDER else None
    if shown.prov_num is None:
        return None if chosen is None else set(chosen)
    return {shown.prov_num} if chosen is None or shown.prov_num in chosen else set()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
