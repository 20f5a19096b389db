"""The texts of the patient's strip."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from msgspec import Struct

from app.api.errors import NotFound
from app.core.text import NO_TEXT, Text, many, msg
from app.domain.people.ages import age_on
from app.domain.people.alerts import not_named, premed_words
from app.domain.people.phones import call_link, phone_text
from app.domain.schedule.visit import Person
from app.services.patients.summary.records import (
    FamilyMember,
    Group,
    PatientSummary,
    SummaryAlerts,
    SummaryPerson,
    SummaryPopup,
    T,
    known_or_none,
)
from app.store.office import Office
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.languages import is_english, language_name
from app.viewmodels.messages import explain
from app.viewmodels.part_age import OLD, age_words
from app.viewmodels.staff.strip_figures import (
    StripFigure,
    balance_figure,
    last_figure,
    next_figure,
    recall_figure,
)
from app.viewmodels.translation import tr, typed

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
    age: str = ""
    """How old it is, where it is not as good as just read."""
    elsewhere: str = ""
    """Which other desks have the patient open."""
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
    elsewhere: str = "",
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
            balance_figure(summary.money),
            next_figure(summary.appointments, office.lists, now),
            last_figure(summary.appointments),
            recall_figure(summary.recalls, now.date()),
        ),
        phones=tuple(_phones(own)),
        language="" if own is None or is_english(own.language) else language_name(own.language),
        family=tr(many("Family of {n}", "Family of {n}", len(family))) if len(family) > 1 else "",
        members=tuple(_member(each, pat_num, now.date()) for each in family),
        popups=tuple(_popups(known_or_none(summary.popups) or (), snoozed)),
        pinned=pinned,
        elsewhere=elsewhere,
        age=_age(held, office),
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
        yield from filter(None, (typed(premed_words(premedicate=alerts.premedicate)), typed(alerts.medical)))
        yield from not_named(alerts.allergies, typed(alerts.medical))
    yield from dict.fromkeys(each.financial_note for each in family if each.financial_note)


def _note(group: Group[T], loading: Text, refused: Text) -> str:
    if isinstance(group, Unread):
        return tr(loading)
    return tr(refused) if isinstance(group, Refused) else ""


def _phones(own: SummaryPerson | None) -> Iterable[StripPhone]:
    for phone in own.phones if own is not None else ():
        yield StripPhone(phone_text(phone.number), call_link(phone.number), tr(PHONE_WORDS[phone.field]))


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


def _age(held: Unread | Ready[PatientSummary] | Refused, office: Office) -> str:
    """Only of old data: a refresh of others is over before anybody could read that it is under way."""
    is_old = isinstance(held, Ready) and held.age(office.clock) >= OLD
    return age_words(held, office.clock) if is_old else ""


def _problem(held: Unread | Ready[PatientSummary] | Refused, own: SummaryPerson | None) -> str:
    if isinstance(held, Ready) and isinstance(held.why, NotFound):
        return tr("No longer in Open Dental")
    if not isinstance(held, Unread) and held.why is not None:
        return explain(held.why).title
    return tr(STATUS_WORDS.get(own.status, NO_TEXT)) if own is not None else ""
