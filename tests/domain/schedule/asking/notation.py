"""A made-up office, and a short notation of what a text asks for."""

from __future__ import annotations

from datetime import date

from app.domain.schedule.asking.asked import ANY_TIME, EVERY_DAY, Asked, Piece, PieceKind, TimeSet, Window
from app.domain.schedule.asking.tokens import WEEKDAYS
from app.domain.schedule.asking.vocabulary import NamedPlace, NamedProvider, NamedType, Vocabulary

TODAY = date(2026, 11, 30)
TYPES = (
    "New patient", "New patient, child", "Cleaning", "Cleaning, child", "Gum maintenance", "Deep cleaning", "Filling",
    "Two fillings", "Crown", "Crown seat", "Root canal", "Extraction", "Oral surgery", "Emergency", "Consultation",
    "Night guard", "Denture", "Filling, child", "Short call",
)  # fmt: skip
OFFICE = Vocabulary(
    types=tuple(
        NamedType(number, name, ("D1110", "D0120") if name == "Cleaning" else ())
        for number, name in enumerate(TYPES, 1)
    ),
    providers=(
        NamedProvider(1, "MARR", "Marrow", "Judith"),
        NamedProvider(2, "OKON", "Okonkwo", "Daniel"),
        NamedProvider(3, "LIND", "Lindgren", "Sofía"),
        NamedProvider(4, "HYG-A", "Alvarez", "Renée", is_hygienist=True),
        NamedProvider(5, "HYG-B", "Brandt", "Tobias", is_hygienist=True),
        NamedProvider(6, "HYG-C", "Cho", "Minji", is_hygienist=True),
        NamedProvider(7, "LEE", "Lee", "Amanda"),
    ),
    operatories=tuple(
        NamedPlace(number, name, abbr)
        for number, (name, abbr) in enumerate(
            (
                ("Op 1", "Op1"), ("Op 2", "Op2"), ("Op 3", "Op3"), ("Hygiene 1", "Hyg1"), ("Hygiene 2", "Hyg2"),
                ("Harbor 1", "Hb1"), ("Harbor 2", "Hb2"), ("Harbor Hygiene", "HbHyg"),
            ),
            1,
        )
    ),
    clinics=(
        NamedPlace(1, "Lanternlight Dental, Main Street", "Main"),
        NamedPlace(2, "Lanternlight Dental, Harbor", "Harbor"),
    ),
)  # fmt: skip


def brief(asked: Asked, office: Vocabulary = OFFICE) -> str:
    """What a text asks for: type; length; provider; operatory; clinic; days and times; what was not understood."""
    people = {each.number: each.abbr for each in office.providers}
    parts = [next((each.name for each in office.types if each.number == asked.type_num), "")]
    parts += [str(asked.minutes or ""), " or ".join(people[each] for each in sorted(asked.providers))]
    parts += [f"not {people[each]}" for each in sorted(asked.not_providers)]
    parts.append({True: "any hygienist", False: "any dentist"}.get(asked.hygiene, ""))
    parts += [f"op {each.name}" for each in office.operatories if each.number in asked.op_nums]
    parts += [f"clinic {each.abbr}" for each in office.clinics if each.number in asked.clinics]
    parts.append("all clinics" if asked.all_clinics else "")
    wrong = [each for each in asked.pieces if each.impossible]
    parts.append(" / ".join(map(_window, asked.windows)) if not wrong else "!" + _words(asked, wrong))
    parts += [f"?{asked.words_of(each)}" for each in asked.pieces if each.kind is PieceKind.UNKNOWN]
    return "; ".join(part for part in parts if part)


def _words(asked: Asked, pieces: list[Piece]) -> str:
    return " ".join(map(asked.words_of, pieces))


def _window(window: Window) -> str:
    ranges = "+".join(
        _day(first) if first == last else f"{_day(first)}..{_day(last)}" for first, last in window.ranges
    )
    days = "" if window.weekdays == EVERY_DAY else ",".join(WEEKDAYS[day] for day in sorted(window.weekdays))
    times = "" if window.times == ANY_TIME else "+".join(map(_times, window.times))
    return " ".join(part for part in (ranges, days, times) if part)


def _day(day: date | None) -> str:
    if day is None:
        return ""
    return f"{day.month}/{day.day}" + (f"/{day:%y}" if day.year != TODAY.year else "")


def _times(times: TimeSet) -> str:
    if times.earliest is not None and times.before == times.earliest + 1:
        return f"={_clock(times.earliest)}"
    span = f"{_clock(times.earliest)}-{_clock(times.before)}" if times.earliest or times.before else ""
    return span + (f"end{_clock(times.ends)}" if times.ends is not None else "")


def _clock(minute: int | None) -> str:
    return "" if minute is None else f"{minute // 60}:{minute % 60:02}"
