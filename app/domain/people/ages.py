"""Ages. A module of its own because the first paint's tiles need it before the search is loaded."""

from __future__ import annotations

from datetime import date, datetime, time

from app.core.text import NO_TEXT, At, Shape, Text, join, many


def age_on(birthdate: date | None, today: date) -> int | None:
    """Age in whole years; None without a birthdate or with one in the future."""
    if birthdate is None or birthdate > today:
        return None
    return today.year - birthdate.year - ((today.month, today.day) < (birthdate.month, birthdate.day))


def age_text(birthdate: date | None, today: date) -> Text:
    """The age as text: 45 years, 1 year; empty when unknown."""
    age = age_on(birthdate, today)
    return NO_TEXT if age is None else many("{n} years", "{n} year", age)


def birth_text(birthdate: date, today: date) -> Text:
    """Birthdate and age as text: Dec 31, 1935 · 90 years."""
    born = At(datetime.combine(birthdate, time()), Shape.DATE)
    return join([born, age_text(birthdate, today)], " · ")
