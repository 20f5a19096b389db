"""Several days beside each other: each day's columns as its lanes."""

from __future__ import annotations

from datetime import datetime, time

from msgspec.structs import replace

from app.core.text import NO_TEXT, At, Shape, Text, many, msg
from app.domain.schedule.columns import WHOLE_DAY, lane_key
from app.domain.schedule.visit import Column
from app.services.schedule.columns.places import GridDay, Places


def lanes_of(places: Places, day: GridDay, clinic_num: int) -> list[Column]:
    """A day's lanes: the places that are open or have an appointment; without any, the whole day is one column."""
    title = At(datetime.combine(day.date, time()), Shape.WEEKDAY)
    note, plan = _note(day), day.plan
    used = {places.key_of(visit) for visit in day.visits}
    columns = [
        each
        for each in places.columns(day)
        if each.key in used or (plan is not None and places.hours(each.key, plan).open)
    ]
    if not columns:
        narrow = day.read and plan is not None
        key = lane_key(day.date, WHOLE_DAY)
        return [Column(key, title, note, clinic_num=clinic_num, day=day.date, narrow=narrow)]
    return [
        replace(
            each,
            key=lane_key(day.date, each.key),
            title=msg("{day}, {column}", day=title, column=each.title),
            heading=title,
            heading_note=note,
        )
        for each in columns
    ]


def _note(day: GridDay) -> Text:
    count = sum(not visit.is_note and visit.start.date() == day.date for visit in day.visits)
    if count:
        return many("{n} appointments", "{n} appointment", count)
    return msg("closed") if day.plan is not None and day.plan.hours is None else NO_TEXT
