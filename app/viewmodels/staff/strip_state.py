"""The texts of the patient's strip."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from app.core.text import NO_TEXT, At, Shape, Text, many, msg
from app.domain.people.ages import age_on
from app.domain.people.alerts import not_named
from app.domain.people.phones import phone_text
from app.domain.schedule.visit import Person
from app.services.patients.summary.records import (
    FamilyMember,
    Group,
    PatientSummary,
    SummaryAlerts,
    SummaryAppointment,
    SummaryAppointments,
    SummaryMoney,
    SummaryPerson,
    SummaryPopup,
    SummaryRecall,
    T,
    known_or_none,
)
from app.store.lists import OfficeLists
from app.store.office import Office
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.amounts import amount
from app.viewmodels.languages import is_english, language_name
from app.viewmodels.messages import explain
from app.viewmodels.translation import tr, typed

LOADING_WORDS = msg("Loading…")
NOT_READ = msg("Not available")
SOON = timedelta(days=30)
"""How long before its date a recall counts as due."""
MOST_DONE = 24
"""So many characters of the last appointment's procedures are shown, where there is room for any."""
PHONE_WORDS = {"WirelessPhone": msg("Wireless"), "HmPhone": msg("Home"), "WkPhone": msg("Work")}
STATUS_WORDS = {
    "NonPatient": msg("Not a patient"),
    "Inactive": msg("Inactive"),
    "Archived": msg("Archived"),
    "Deleted": msg("Deleted in Open Dental"),
    "Deceased": msg("Deceased"),
    "Prospective": msg("Prospective"),
}
GENDER_LETTERS = {"Male": msg("M", "male"), "Female": msg("F", "female")}


class StripFigure(Struct, frozen=True):
    """One labeled value. `tone`: "alert", "money", "good", "second" (loading, refused) or empty."""

    label: str
    value: str
    tone: str = ""
    tip: str = ""
    short: str = ""
    """For a narrow window; empty: the value."""


class StripPhone(Struct, frozen=True):
    """One number: as shown, as a tel: link, and what kind it is."""

    text: str
    link: str
    kind: str


class StripMember(Struct, frozen=True):
    """One member of the family in the menu."""

    pat_num: int
    text: str
    current: bool


class StripPopup(Struct, frozen=True):
    """One popup."""

    popup_num: int
    text: str


class StripState(Struct, frozen=True, kw_only=True):
    """Everything that the strip shows."""

    pat_num: int
    name: str
    initials: str
    particulars: str
    """Age and gender: 6 y · M."""
    alerts: tuple[str, ...] = ()
    alerts_note: str = ""
    """Why the alerts may be incomplete."""
    figures: tuple[StripFigure, ...] = ()
    """Balance, next and last appointment, recall."""
    phones: tuple[StripPhone, ...] = ()
    language: str = ""
    family: str = ""
    members: tuple[StripMember, ...] = ()
    popups: tuple[StripPopup, ...] = ()
    pinned: bool = False
    problem: str = ""
    """Archived, deleted, or why nothing could be read."""

    @property
    def spoken(self) -> str:
        """Name and alerts for a screen reader."""
        return ", ".join(part for part in (self.name, self.particulars, *self.alerts, self.problem) if part)


def strip_state(
    office: Office,
    pat_num: int,
    held: Unread | Ready[PatientSummary] | Refused,
    snoozed: Collection[int],
    *,
    pinned: bool,
) -> StripState:
    """The strip of a patient, from what has been read of them and from what the schedule knows."""
    now = office.clock.now()
    summary = held.value if isinstance(held, Ready) else PatientSummary(pat_num)
    if isinstance(held, Refused):
        summary = _refused(pat_num, held)
    own = known_or_none(summary.person)
    person = own.person if own is not None else office.person(pat_num) or Person(pat_num, "", "")
    family = known_or_none(summary.family) or ()
    return StripState(
        pat_num=pat_num,
        name=person.display,
        initials=_initials(person),
        particulars=_particulars(person, own, now.date()),
        alerts=tuple(_alerts(known_or_none(summary.alerts), family, person)),
        alerts_note=_note(summary.alerts, msg("Loading alerts…"), msg("Alerts can't be read")),
        figures=(
            _balance(summary.money),
            _next(summary.appointments, office.lists, now),
            _last(summary.appointments),
            _recall(summary.recalls, now.date()),
        ),
        phones=tuple(_phones(own)),
        language="" if own is None or is_english(own.language) else language_name(own.language),
        family=tr(many("Family of {n}", "Family of {n}", len(family))) if len(family) > 1 else "",
        members=tuple(_member(each, pat_num, now.date()) for each in family),
        popups=tuple(_popups(known_or_none(summary.popups) or (), snoozed)),
        pinned=pinned,
        problem=_problem(held, own),
    )


def _refused(pat_num: int, why: Refused) -> PatientSummary:
    return PatientSummary(pat_num, why, why, why, why, why, why, why)


def _initials(person: Person) -> str:
    return "".join(name.strip()[:1].upper() for name in (person.first_name, person.last_name))


def _particulars(person: Person, own: SummaryPerson | None, today: date) -> str:
    age = age_on(person.birthdate, today)
    gender = GENDER_LETTERS.get(own.gender, NO_TEXT) if own is not None else NO_TEXT
    parts = (tr("{n} y", n=age) if age is not None else "", tr(gender))
    return " · ".join(part for part in parts if part)


def _alerts(alerts: SummaryAlerts | None, family: Iterable[FamilyMember], person: Person) -> Iterable[str]:
    if alerts is None:
        yield from filter(None, (typed(person.alert),))
    else:
        yield from filter(None, (tr("Premedicate") if alerts.premedicate else "", typed(alerts.medical)))
        yield from not_named(alerts.allergies, typed(alerts.medical))
    yield from dict.fromkeys(each.financial_note for each in family if each.financial_note)


def _note(group: Group[T], loading: Text, refused: Text) -> str:
    if isinstance(group, Unread):
        return tr(loading)
    return tr(refused) if isinstance(group, Refused) else ""


def _missing(label: str, group: Unread | Refused) -> StripFigure:
    if isinstance(group, Unread):
        return StripFigure(label, tr(LOADING_WORDS), "second")
    return StripFigure(label, tr(NOT_READ), "second", explain(group.why).sentence)


def _balance(money: Group[SummaryMoney]) -> StripFigure:
    label = tr("Balance")
    if isinstance(money, Unread | Refused):
        return _missing(label, money)
    total, pending = amount(money.total), amount(money.pending)
    tip = tr("The family's balance. Insurance pending: {amount}", amount=pending)
    words = tr("{total} ({pending} ins. pending)", total=total, pending=pending) if money.pending else total
    return StripFigure(label, words, "money" if money.total > 0 else "", tip, total)


def _next(group: Group[SummaryAppointments], lists: OfficeLists | None, now: datetime) -> StripFigure:
    label = tr("Next", "the next appointment")
    if isinstance(group, Unread | Refused):
        return _missing(label, group)
    coming = [each for each in group.upcoming if each.end > now and not each.complete]
    if not coming:
        return StripFigure(label, tr("None scheduled"), "money")
    tip = "\n".join(f"{_place(each, lists, now)} · {each.procedures}" for each in coming)
    first, short = _place(coming[0], lists, now), _time_of(coming[0], now)
    if len(coming) > 1 and coming[0].start.date() == now.date():
        then = tr(At(coming[1].start, Shape.MONTH_DAY))
        first = tr("{today}, then {day}", today=short, day=then)
    return StripFigure(label, first, "", tip, short)


def _time_of(appointment: SummaryAppointment, now: datetime) -> str:
    """Tue, Mar 3, 9:00 AM; today: Today 9:00 AM."""
    if appointment.start.date() == now.date():
        return tr("Today {time}", time=At(appointment.start))
    return tr(At(appointment.start, Shape.BOTH))


def _place(appointment: SummaryAppointment, lists: OfficeLists | None, now: datetime) -> str:
    """When and where: Tue, Mar 3, 9:00 AM · Hyg 1."""
    rooms = {row.OperatoryNum: row.Abbrev or row.OpName for row in lists.operatories} if lists else {}
    parts = (_time_of(appointment, now), rooms.get(appointment.op_num, ""))
    return " · ".join(part for part in parts if part)


def _last(group: Group[SummaryAppointments]) -> StripFigure:
    label = tr("Last", "the last appointment")
    if isinstance(group, Unread | Refused):
        return _missing(label, group)
    if group.last is None:
        return StripFigure(label, tr("None", "appointment"), "second")
    day, done = tr(At(group.last.start, Shape.DATE)), group.last.procedures
    short = done if len(done) <= MOST_DONE else done[:MOST_DONE].rstrip(", ") + "…"
    return StripFigure(label, " · ".join(filter(None, (day, short))), "", done, day)


def _recall(group: Group[tuple[SummaryRecall, ...]], today: date) -> StripFigure:
    label = tr("Recall")
    if isinstance(group, Unread | Refused):
        return _missing(label, group)
    due = sorted(
        (each for each in group if each.due and not each.scheduled), key=lambda each: each.due or today
    )
    if due and due[0].due is not None:
        day = tr(At(datetime.combine(due[0].due, time()), Shape.DATE))
        if due[0].due < today:
            return StripFigure(label, tr("Overdue since {day}", day=day), "alert", due[0].kind, tr("Overdue"))
        tone = "money" if due[0].due <= today + SOON else ""
        return StripFigure(label, tr("Due {day}", day=day), tone, due[0].kind, day)
    if any(each.scheduled for each in group):
        return StripFigure(label, tr("Scheduled", "recall"), "good")
    return StripFigure(label, tr("None", "recall"), "second")


def _phones(own: SummaryPerson | None) -> Iterable[StripPhone]:
    for phone in own.phones if own is not None else ():
        link = "tel:" + re.sub(r"[^\d+]", "", phone.number)
        yield StripPhone(phone_text(phone.number), link, tr(PHONE_WORDS[phone.field]))


def _member(member: FamilyMember, pat_num: int, today: date) -> StripMember:
    age = age_on(member.person.birthdate, today)
    parts = (
        member.person.display,
        tr("{n} y", n=age) if age is not None else "",
        tr(STATUS_WORDS.get(member.status, NO_TEXT)),
    )
    text = " · ".join(part for part in parts if part)
    return StripMember(member.person.pat_num, text, member.person.pat_num == pat_num)


def _popups(popups: Iterable[SummaryPopup], snoozed: Collection[int]) -> Iterable[StripPopup]:
    for popup in popups:
        if popup.popup_num not in snoozed and popup.text:
            yield StripPopup(popup.popup_num, popup.text)


def _problem(held: Unread | Ready[PatientSummary] | Refused, own: SummaryPerson | None) -> str:
    if not isinstance(held, Unread) and held.why is not None:
        return explain(held.why).title
    return tr(STATUS_WORDS.get(own.status, NO_TEXT)) if own is not None else ""
