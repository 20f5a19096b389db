"""The sentences that depend on what was typed, in the patient's language."""

from __future__ import annotations

import re

from app.viewmodels.kiosk.birthdate import LENGTHS, Birthdate
from app.viewmodels.kiosk.formats import locale, written_time
from app.viewmodels.kiosk.page_data import CorrectPage, Entry, Problem, Who
from app.viewmodels.kiosk.translation import tr

_DOTS = re.compile("•+")


def problem_of(problem: Problem, language: str = "en", birthdate: Birthdate | None = None) -> str:
    """What is wrong, and what to do."""
    sentences = {
        Problem.AGAIN: lambda: tr("We did not find you. Please check your birthdate and your name."),
        Problem.INCOMPLETE: lambda: tr("Please type the month, the day and the year."),
        Problem.MONTH: lambda: tr("A year has 12 months. Please check the month."),
        Problem.DAY: lambda: _day(language, birthdate or Birthdate()),
        Problem.YEAR: lambda: tr("Please check the year. It has 4 numbers, like 1980."),
        Problem.FUTURE: lambda: tr("That day has not come yet. Please check the date."),
        Problem.NO_LETTER: lambda: tr("Please type the first letter of your last name."),
        Problem.NO_CHOICE: lambda: tr("Please touch what has changed."),
        Problem.PHONE: lambda: tr("A phone number has 10 numbers. Please check it."),
        Problem.EMAIL: lambda: tr("An email looks like name@mail.com. Please check it."),
        Problem.EMPTY: lambda: tr("Please type it here, or touch Back."),
        Problem.STATE: lambda: tr("A state has 2 letters, like CA."),
        Problem.ZIP: lambda: tr("A ZIP code has 5 numbers."),
    }
    return sentences[problem]() if problem in sentences else ""


def _day(language: str, birthdate: Birthdate) -> str:
    month = birthdate.part("m")
    if len(month) < LENGTHS["m"]:
        return tr("A month has 31 days at most. Please check the day.")
    name = locale(language).standaloneMonthName(int(month))
    return tr("{month} has only {days} days. Please check the day.", month=name, days=birthdate.days)


def part_name(part: str) -> str:
    """Month, day or year."""
    return {"m": tr("Month"), "d": tr("Day"), "y": tr("Year")}[part]


def time_of(who: Who, language: str) -> str:
    """When the appointment begins: 10:20 AM."""
    return written_time(language, who.hour, who.minute)


def row_name(entry: Entry) -> str:
    """The name of a line of contact data, by its first field."""
    names = {
        Entry.CELL_PHONE: tr("Cell phone"),
        Entry.HOME_PHONE: tr("Home phone"),
        Entry.EMAIL: tr("Email"),
        Entry.STREET: tr("Address"),
    }
    return names[entry]


def question_of(data: CorrectPage) -> str:
    """What is typed anew."""
    questions = {
        Entry.CELL_PHONE: tr("What is your cell phone number?"),
        Entry.HOME_PHONE: tr("What is your home phone number?"),
        Entry.EMAIL: tr("What is your email?"),
        Entry.STREET: tr("What is your street and house number?"),
        Entry.UNIT: tr("Apartment number? If none, touch Next."),
        Entry.CITY: tr("What is your city?"),
        Entry.STATE: tr("What is your state? Type 2 letters, like CA."),
        Entry.ZIP: tr("What is your ZIP code?"),
    }
    return questions[data.entry]


def spoken_mask(masked: str) -> str:
    """Masked contact data as a screen reader should say it: one word for each row of dots."""
    return _DOTS.sub(tr("hidden"), masked)
