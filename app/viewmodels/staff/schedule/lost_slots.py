"""Reports slots that another user took at the same time, with the next opening and one click to move there."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QObject

from app.api.errors import ApiError
from app.core.text import At, Shape, Text, Value, join, many, msg
from app.domain.schedule.openings import Opening, OpeningWish, team_for
from app.domain.schedule.pattern import minutes_of
from app.domain.schedule.visit import Visit
from app.services.schedule.clash_check import type_rules_of
from app.services.schedule.grids import NO_LISTS
from app.services.schedule.rows import names_of, visit_of
from app.services.writes.schedule.slot_watch import Loss, LostSlot
from app.viewmodels.activity import NoticeAction
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.resources.appointments import Appointment


class LostSlots(QObject):
    """Posts a notice for each lost slot; it is shown until it is closed."""

    def __init__(self, desk: DeskViewModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._office = desk.parts.office
        self._unwatch = desk.parts.slot_watch.watch(self._hear)

    def close(self) -> None:
        """Stop reporting."""
        self._unwatch()

    def _hear(self, lost: LostSlot) -> None:
        lists = self._office.lists or NO_LISTS
        visit = visit_of(lost.own, self._office.person(lost.own.PatNum), lists.stages)
        if visit is None:
            return
        if lost.other is not None:
            self._desk.parts.scope.start(self._tell_taken(visit, lost.other), "next opening")
        else:
            self._desk.notices.say(tr(self._moved(visit, lost)), kind="error")

    async def _tell_taken(self, visit: Visit, other: Appointment) -> None:
        wish = self._wish(visit)
        try:
            opening = next(iter(await self._desk.parts.finder.first(wish)), None)
        except ApiError:  # that the slot is taken is reported anyway
            opening = None
        words = self._taken(visit, other)
        if opening is None:
            self._desk.notices.say(tr(words), kind="error")
            return
        words = join([words, msg("Next opening: {time}, {operatory}.", **self._place(opening, visit))])
        there = NoticeAction(tr("Move there"), lambda: self._move(visit, wish, opening))
        self._desk.notices.say(tr(words), kind="error", actions=(there,))

    def _move(self, visit: Visit, wish: OpeningWish, opening: Opening) -> None:
        team = team_for(wish, opening)
        write = self._desk.parts.visits.move(visit, opening.start, opening.op_num, team)
        self._desk.outcomes.start(write, "move")

    def _wish(self, visit: Visit) -> OpeningWish:
        """The same appointment with the same provider, from its own time on."""
        lists = self._office.lists or NO_LISTS
        prov_num = (visit.prov_hyg if visit.is_hygiene else visit.prov_num) or visit.prov_num
        return OpeningWish(
            minutes=visit.minutes,
            prov_num=prov_num or None,
            at=(visit.start, None),
            moving=visit,
            hygienists=lists.hygienists,
            type_num=visit.type_num,
            rules=type_rules_of(lists),
        )

    def _taken(self, visit: Visit, other: Appointment) -> Text:
        start = other.AptDateTime or visit.start
        end = start + timedelta(minutes=minutes_of(other.Pattern))
        both = int((min(end, visit.end) - max(start, visit.start)).total_seconds() // 60)
        person = self._office.person(other.PatNum)
        names: dict[str, Value] = {
            "name": visit.name,
            "operatory": names_of(self._office.lists or NO_LISTS).chair(visit.op_num),
            "time": At(visit.start, Shape.TIME if visit.start.date() == self._today else Shape.BOTH),
            "other": person.display if person is not None else msg("another patient"),
        }
        return many(
            "{name}: {operatory} is double-booked at {time}. Another user took it first ({other}; {n} min overlap).",
            "{name}: {operatory} is double-booked at {time}. Another user took it first ({other}; {n} min overlap).",
            both,
            **names,
        )

    def _moved(self, visit: Visit, lost: LostSlot) -> Text:
        place = self._place(visit, visit)
        if lost.loss is Loss.OVERWRITTEN:
            return msg(
                "{name}. Not moved: another user just moved it to {time}, {operatory}.",
                name=visit.name,
                **place,
            )
        return msg("{name}: another user just moved it to {time}, {operatory}.", name=visit.name, **place)

    def _place(self, to: Opening | Visit, visit: Visit) -> dict[str, Value]:
        same_day = to.start.date() == visit.start.date() == self._today
        return {
            "time": At(to.start, Shape.TIME if same_day else Shape.BOTH),
            "operatory": names_of(self._office.lists or NO_LISTS).chair(to.op_num),
        }

    @property
    def _today(self) -> object:
        return self._desk.now().date()
