"""How old someone is. By itself, since the first paint's tiles need it before the search is loaded."""

from __future__ import annotations

from datetime import date, datetime, time

from app.core.text import NO_TEXT, At, Shape, Text, join, many


def age_on(birthdate: date | None, today: date) -> int | None:
    """Age in whole years; None without a birthdate, or with one that is still to come."""
    if birthdate is None or birthdate > today:
        return None
    return today.year - birthdate.year - ((today.month, today.day) < (birthdate.month, birthdate.day))


def age_text(birthdate: date | None, today: date) -> Text:
    """The same for people: 45 years, 1 year; empty where there is none."""
    age = age_on(birthdate, today)
    return NO_TEXT if age is None else many("{n} years", "{n} year", age)


def birth_text(birthdate: date, today: date) -> Text:
    """A birthdate for people, and the age that it makes: Dec 31, 1935 · 90 years."""
    born = At(datetime.combine(birthdate, time()), Shape.DATE)
    return join([born, age_text(birthdate, today)], " · ")
