"""What the words ask for, as chips, and what each can be changed to."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from msgspec import Struct

from app.core.text import At, Shape, Span
from app.domain.schedule.asking.asked import Asked, DateRange, Piece, PieceKind, TimeSet
from app.store.lists import OfficeLists
from app.viewmodels.clock_face import locale
from app.viewmodels.clock_face import time as clock_time
from app.viewmodels.staff.schedule.booking.asking import ALL_CLINICS, FIXED
from app.viewmodels.staff.schedule.booking.rules import BookingChoices
from app.viewmodels.staff.schedule.booking.state import AS_ASKED, BookingState
from app.viewmodels.translation import tr

RUN = 3
"""So many weekdays in a row are named by the first and the last."""
WEEK = 7
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat")
ANY_DENTIST, ANY_HYGIENIST = "any dentist", "any hygienist"  # words: read by the parser
THIS_WEEK, NEXT_WEEK, NEXT_MONTH = "this week", "next week", "next month"  # words: read by the parser
LATE_MORNING, EARLY_AFTERNOON = "10 am to 12 pm", "1 pm to 3 pm"  # words: read by the parser


class Chip(Struct, frozen=True):
    """A part of what the words ask for."""

    text: str
    tip: str
    wrong: bool = False
    """It was not understood, or can't be."""


class Option(Struct, frozen=True):
    """What a chip can be changed to: its name, and the words that ask for it."""

    name: str
    words: str


class Chips:
    """What the words ask for, formatted. Loaded with the first words."""

    @staticmethod
    def of(state: BookingState, lists: OfficeLists, today: date) -> tuple[Chip, ...]:
        """A chip for each piece, in the order of the text."""
        return tuple(chip_of(state, each, lists, today) for each in state.asked.pieces)

    @staticmethod
    def options(state: BookingState, piece: Piece, lists: OfficeLists) -> list[Option]:
        """What a chip can be changed to."""
        return options_of(state, piece, lists)

    @staticmethod
    def providers(choices: BookingChoices, state: BookingState, lists: OfficeLists) -> list[tuple[int, str]]:
        """The providers to choose from, with those that the words ask for."""
        return provider_choices(choices, state, lists)


def chip_of(state: BookingState, piece: Piece, lists: OfficeLists, today: date) -> Chip:
    """A piece, formatted."""
    words = state.asked.words_of(piece)
    if piece.kind is PieceKind.UNKNOWN:
        return Chip(tr("“{words}”?", words=words), tr("Not understood. The search ignores it."), wrong=True)
    if piece.impossible:
        return Chip(
            _text(piece, lists, today) or words, tr("No upcoming day or time matches this."), wrong=True
        )
    if piece.kind in FIXED and not state.is_new:
        tip = tr("This appointment keeps its type and length.")
        return Chip(_text(piece, lists, today), tip, wrong=True)
    return Chip(_text(piece, lists, today) or words, tr("From “{words}”. Click to change it.", words=words))


def options_of(state: BookingState, piece: Piece, lists: OfficeLists) -> list[Option]:
    """What can be asked for instead."""
    if piece.kind is PieceKind.PROVIDER:
        kinds = [Option(tr("Any dentist"), ANY_DENTIST), Option(tr("Any hygienist"), ANY_HYGIENIST)]
        shown = [each.Abbr for each in lists.providers if not each.IsHidden]
        return [*kinds, *(Option(each, f"with {each}") for each in shown)]  # words: read by the parser
    if piece.kind is PieceKind.LENGTH:
        return [
            Option(name, f"{minutes} min") for minutes, name in state.lengths
        ]  # words: read by the parser
    names = {
        PieceKind.TYPE: [each.AppointmentTypeName for each in lists.appointment_types],
        PieceKind.OPERATORY: [each.OpName for each in lists.operatories if not each.IsHidden],
        PieceKind.CLINIC: [*lists.clinic_names.values()],
    }.get(piece.kind, [])
    others = {PieceKind.DAYS: _days, PieceKind.TIMES: _times, PieceKind.CLINIC: _all_clinics}.get(piece.kind)
    return [*(Option(each, each) for each in names), *(others() if others is not None else [])]


def _all_clinics() -> list[Option]:
    return [Option(tr("All clinics"), ALL_CLINICS)]


def _days() -> list[Option]:
    near = [
        Option(tr("Today"), "today"),
        Option(tr("Tomorrow"), "tomorrow"),
        Option(tr("This week"), THIS_WEEK),
        Option(tr("Next week"), NEXT_WEEK),
        Option(tr("In two weeks"), "in 2 weeks"),
        Option(tr("Next month"), NEXT_MONTH),
    ]
    return [*near, *(Option(locale().dayName(at), word) for at, word in enumerate(WEEKDAYS, 1))]


def _times() -> list[Option]:
    return [
        Option(tr("Morning"), "morning"),
        Option(tr("Afternoon"), "afternoon"),
        Option(_time_text(TimeSet(before=600)), "before 10 am"),
        Option(_time_text(TimeSet(600, 720)), LATE_MORNING),
        Option(_time_text(TimeSet(780, 900)), EARLY_AFTERNOON),
        Option(_time_text(TimeSet(900)), "after 3 pm"),
    ]


def _text(piece: Piece, lists: OfficeLists, today: date) -> str:
    if piece.times is not None:
        return _time_text(piece.times)
    if piece.range is not None:
        return _days_text(piece, piece.range, today)
    if piece.weekdays is not None:
        return _weekdays_text(piece)
    return _names(piece, lists) if piece.numbers else _kind_text(piece)


def _kind_text(piece: Piece) -> str:
    if piece.hygiene is not None:
        return tr("Any hygienist") if piece.hygiene else tr("Any dentist")
    return tr("All clinics") if piece.kind is PieceKind.CLINIC else tr("Any")


def _names(piece: Piece, lists: OfficeLists) -> str:
    if piece.kind is PieceKind.LENGTH:
        return tr("{n} min", n=piece.numbers[0])
    named = {
        PieceKind.TYPE: {
            each.AppointmentTypeNum: each.AppointmentTypeName for each in lists.appointment_types
        },
        PieceKind.PROVIDER: {each.ProvNum: each.Abbr for each in lists.providers},
        PieceKind.OPERATORY: {each.OperatoryNum: each.OpName for each in lists.operatories},
        PieceKind.CLINIC: lists.clinic_names,
    }.get(piece.kind, {})
    numbers = piece.numbers[:1] if piece.kind is PieceKind.TYPE else piece.numbers
    text = any_of([named.get(each, "") for each in numbers])
    return tr("Not {name}", name=text) if piece.excluded else text


def provider_choices(
    choices: BookingChoices, state: BookingState, lists: OfficeLists
) -> list[tuple[int, str]]:
    """The providers to choose from; last what the words ask for, if that is none of them."""
    if state.prov_num != AS_ASKED:
        return choices.providers
    return [*choices.providers, (AS_ASKED, providers_text(state.asked, lists))]


def providers_text(asked: Asked, lists: OfficeLists) -> str:
    """The providers that the words name, where they are several or those who are not wanted."""
    named = {each.ProvNum: each.Abbr for each in lists.providers}
    wanted = any_of([named.get(each, "") for each in sorted(asked.providers)])
    return wanted or tr(
        "Not {name}", name=any_of([named.get(each, "") for each in sorted(asked.not_providers)])
    )


def any_of(names: list[str]) -> str:
    """Several names as alternatives."""
    text = names[0] if names else ""
    for each in names[1:]:
        text = tr("{first} or {then}", first=text, then=each)
    return text


def _days_text(piece: Piece, days: DateRange, today: date) -> str:
    text = _range_text(days, today)
    if piece.excluded:
        return tr("Not {name}", name=text)
    is_part = piece.weekdays is not None and days[0] != days[1]
    return f"{_weekdays_text(piece)}, {text}" if is_part else text


def _range_text(days: DateRange, today: date) -> str:
    first, last = days
    if first is not None and first == last:
        return _day(first, today)
    if first is None or last is None:
        limit = first or last or today
        name = _day(limit, today)
        return tr("From {day}", day=name) if last is None else tr("Until {day}", day=name)
    if first.year == last.year == today.year:
        return tr("{first} – {last}", first=_at(first, Shape.MONTH_DAY), last=_at(last, Shape.MONTH_DAY))
    return tr("{first} – {last}", first=_at(first, Shape.DATE), last=_at(last, Shape.DATE))


def _day(day: date, today: date) -> str:
    return _at(day, Shape.DAY if day.year == today.year else Shape.DATED_DAY)


def _at(day: date, shape: Shape) -> str:
    return tr(At(datetime.combine(day, time()), shape))


def _weekdays_text(piece: Piece) -> str:
    days = sorted(piece.weekdays or ())
    if piece.excluded:
        return tr("Not {name}", name=_day_names([each for each in range(WEEK) if each not in days]))
    return _day_names(days)


def _day_names(days: list[int]) -> str:
    short = [locale().dayName(each + 1, locale().FormatType.ShortFormat) for each in days]
    if len(days) == 1:
        return locale().dayName(days[0] + 1)
    if len(days) >= RUN and days[-1] - days[0] == len(days) - 1:
        return tr("{first} – {last}", first=short[0], last=short[-1])
    return ", ".join(short)


def _time_text(times: TimeSet) -> str:
    first, before, ends = times.earliest, times.before, times.ends
    if first is not None and before == first + 1:
        return tr("At {time}", time=clock_time(first))
    if first is not None and before is not None:
        midnight = datetime(2000, 1, 1)
        spans = (midnight + timedelta(minutes=each) for each in (first, before))
        return tr(Span(*spans))
    if ends is not None:
        return tr("Ends by {time}", time=clock_time(ends))
    if before is not None:
        return tr("Before {time}", time=clock_time(before))
    return tr("From {time}", time=clock_time(first or 0))
