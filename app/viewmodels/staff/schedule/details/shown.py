"""What the page of details shows, made from what is known."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta
from typing import TypeVar

from msgspec import Struct

from app.core.text import At, Shape, Words, join, many, msg
from app.domain.chart.numbering import Numbering
from app.domain.chart.plans import fee_of
from app.domain.money.cents import total
from app.domain.schedule.tile import CardRow
from app.services.patients.parts.filed import Group
from app.services.patients.summary.records import known_or_none
from app.services.visits.facts import LabWork, Listed, Papers, VisitFacts, is_overdue
from app.services.visits.sets import ProcedureSet, SetKind
from app.store.patients.parts import Refused, Unread
from app.viewmodels.amounts import amount
from app.viewmodels.messages import explain
from app.viewmodels.staff.schedule.details.placing import place_words
from app.viewmodels.translation import tr
from app.wire.resources.procedure_codes import ProcedureCode
from app.wire.resources.procedure_logs import ProcedureLog
from app.wire.resources.ref_attaches import RefAttach, ReferralToStatus, RefType
from app.wire.resources.sheet_defs import SheetKind

T = TypeVar("T")

OLD_FORM = timedelta(days=365)
"""After which a medical history is said to be old."""
OPEN_REFERRALS = frozenset(
    {
        ReferralToStatus.NONE,
        ReferralToStatus.SCHEDULED,
        ReferralToStatus.CONSULTED,
        ReferralToStatus.IN_TREATMENT,
    }
)
LOADING = msg("Loading…")
NO_PROCEDURES = msg("No procedures on this appointment yet.")
NOTHING_PLANNED = msg("Nothing else is treatment planned.")


class ProcedureRow(Struct, frozen=True):
    """One procedure. `why_not`: why it can't be put on or taken off; empty if it can."""

    proc_num: int
    title: str
    """Code, tooth and surface."""
    what: str
    fee: str
    ticked: bool
    note: str = ""
    """Where else it is, or that it is being saved."""
    why_not: str = ""


class SetButton(Struct, frozen=True):
    """A set of procedures that one click adds."""

    title: str
    tip: str
    offered: ProcedureSet


class Shown(Struct, frozen=True):
    """The whole page."""

    title: str = ""
    when: str = ""
    hint: str = ""
    """Instead of everything else, while no appointment is selected."""
    warning: str = ""
    """That the patient is restricted."""
    attached: tuple[ProcedureRow, ...] = ()
    planned: tuple[ProcedureRow, ...] = ()
    total: str = ""
    state: str = ""
    """Why there are no procedures: they are being read, or were refused."""
    is_empty: bool = False
    """Nothing is known of it yet."""
    nothing: str = ""
    """That the appointment has no procedures."""
    no_more: str = ""
    """That nothing else is planned."""
    length: str = ""
    """That the procedures take another time than the appointment."""
    may_set_length: bool = False
    sets: tuple[SetButton, ...] = ()
    more: tuple[SetButton, ...] = ()
    """Further sets: appointment types, and the office's own."""
    types: tuple[tuple[int, str], ...] = ()
    """The office's appointment types by number, the first one for none."""
    type_num: int = 0
    asap: bool = False
    fields: str = ""
    """Why there are no appointment fields: they are being read, or were refused."""
    why_not: str = ""
    """Why nothing can be changed; empty if it can."""
    rows: tuple[CardRow, ...] = ()
    """Lab work, referrals and forms."""


def procedure_rows(
    rows: Iterable[ProcedureLog],
    codes: Mapping[int, ProcedureCode],
    apt_num: int,
    wanted: Mapping[int, bool],
    elsewhere: Mapping[int, Words],
    locked: Collection[int],
    numbering: Numbering,
    *,
    saving: bool,
) -> tuple[ProcedureRow, ...]:
    """The lines of procedures.

    `wanted`: being saved, by ProcNum, or waiting for the server unless it is `saving`; `elsewhere`: where other
    appointments are; `locked`: procedures that stay where they are.
    """
    found = []
    for row in rows:
        on = row.AptNum == apt_num
        pending, note = wanted.get(row.ProcNum), ""
        if pending is not None and pending is not on:
            note = tr("Saving…") if saving else tr("Not sent yet")
        elif row.AptNum and not on:
            note = tr(elsewhere.get(row.AptNum, msg("On another appointment")))
        found.append(
            ProcedureRow(
                row.ProcNum,
                title_of(row, codes.get(row.CodeNum), numbering),
                row.descript.strip(),
                amount(fee_of(row)),
                pending if pending is not None else on,
                note,
                tr("This procedure is complete.") if row.ProcNum in locked else "",
            )
        )
    return tuple(found)


def total_of(rows: Iterable[ProcedureLog]) -> str:
    """The fees of these procedures."""
    return amount(total(map(fee_of, rows)))


def set_button(offered: ProcedureSet, missing: tuple[Listed, ...]) -> SetButton:
    """A set with the codes that it would add."""
    codes = ", ".join(f"{code} #{tooth}" if tooth else code for code, tooth in missing)
    match offered.kind:
        case SetKind.RECALL:
            title = tr("Recall: {name}", name=offered.name)
        case SetKind.NEW_PATIENT:
            title = tr("New patient")
        case _:
            title = offered.name
    return SetButton(title, tr("Add {codes}", codes=codes), offered)


def why_unknown(group: Group[T]) -> str:
    """Why a group has no rows: it is being read, or was refused; empty: it has."""
    if isinstance(group, Refused):
        return explain(group.why).sentence
    return tr(LOADING) if isinstance(group, Unread) else ""


def restriction_rows(facts: VisitFacts) -> tuple[CardRow, ...]:
    """That it isn't known whether the patient may be scheduled; none once it is."""
    why = why_unknown(facts.restrictions)
    return (CardRow(msg("Restricted"), why),) if why else ()


def set_rows(facts: VisitFacts) -> tuple[CardRow, ...]:
    """Why sets of procedures are missing, such as a recall's, and why the length can't follow the procedures."""
    asked = (
        (msg("Quick add"), (facts.recalls, facts.rules, facts.quick)),
        (msg("Length by procedures"), (facts.codes,)),
    )
    refused = (
        (label, next((each for each in groups if isinstance(each, Refused)), None)) for label, groups in asked
    )
    return tuple(CardRow(label, explain(each.why).sentence) for label, each in refused if each is not None)


def lab_rows(facts: VisitFacts, start: datetime) -> tuple[CardRow, ...]:
    """A line for each lab case; none without any."""
    label = msg("Lab")
    if (labs := known_or_none(facts.labs)) is None:
        return (CardRow(label, why_unknown(facts.labs)),)
    return tuple(CardRow(label, _lab_words(each), "late" if is_overdue(each, start) else "") for each in labs)


def referral_rows(facts: VisitFacts) -> tuple[CardRow, ...]:
    """Who sent the patient, and referrals to others that aren't complete."""
    if (rows := known_or_none(facts.referrals)) is None:
        return (CardRow(msg("Referrals"), why_unknown(facts.referrals)),)
    sent = [row for row in rows if row.ReferralType is RefType.REF_TO and row.RefToStatus in OPEN_REFERRALS]
    came = [row for row in rows if row.ReferralType is RefType.REF_FROM]
    found = [CardRow(msg("Referred by"), row.referralName) for row in came[:1]]
    return (*found, *(CardRow(msg("Referred to"), _referral_words(row), "late") for row in sent))


def form_rows(facts: VisitFacts, today: date) -> tuple[CardRow, ...]:
    """Forms that wait for the patient, and how old the medical history is. A row says what isn't known."""
    if (papers := known_or_none(facts.papers)) is None:
        return (CardRow(msg("Forms"), why_unknown(facts.papers)),)
    return (_due_row(papers), _history_row(papers, today))


def _due_row(papers: Papers) -> CardRow:
    label = msg("Forms due")
    if papers.waiting is None:
        return CardRow(label, msg("Not known: needs the Queries permission"))
    if not papers.waiting:
        return CardRow(label, msg("None"))
    return CardRow(label, join(papers.waiting, ", "), "late")


def _history_row(papers: Papers, today: date) -> CardRow:
    label = msg("Medical history")
    dated = [row.DateTimeSheet for row in papers.sheets if row.SheetType is SheetKind.MEDICAL_HISTORY]
    latest = max((each for each in dated if each is not None), default=None)
    if latest is None:
        return CardRow(label, msg("None on file"), "late")
    old = today - latest.date() > OLD_FORM
    when = At(latest, Shape.DATE)
    if old:
        return CardRow(label, msg("{date}, more than a year ago", date=when), "late")
    return CardRow(label, join([when]))


def _lab_words(each: LabWork) -> Words:
    case = each.case
    lab = " · ".join(part for part in (each.lab, each.phone) if part)
    if case.DateTimeChecked is not None:
        words = msg("checked {date}", date=At(case.DateTimeChecked, Shape.MONTH_DAY))
    elif case.DateTimeRecd is not None:
        words = msg("back {date}", date=At(case.DateTimeRecd, Shape.MONTH_DAY))
    elif case.DateTimeDue is not None:
        words = msg("not back, due {date}", date=At(case.DateTimeDue, Shape.MONTH_DAY))
    elif case.DateTimeSent is not None:
        words = msg("sent {date}, not back", date=At(case.DateTimeSent, Shape.MONTH_DAY))
    else:
        words = msg("not sent yet")
    return join([words, lab], " · ")


def _referral_words(row: RefAttach) -> Words:
    return join([row.referralName, _STATUS_WORDS[row.RefToStatus]], " · ")


_STATUS_WORDS = {
    ReferralToStatus.NONE: msg("no answer yet"),
    ReferralToStatus.SCHEDULED: msg("scheduled"),
    ReferralToStatus.CONSULTED: msg("consulted"),
    ReferralToStatus.IN_TREATMENT: msg("in treatment"),
}


def title_of(row: ProcedureLog, code: ProcedureCode | None, numbering: Numbering) -> str:
    """D2393 C3 · #3 MOD."""
    place = place_words(row.ToothRange or row.ToothNum, row.Surf, numbering)
    named = f"{row.procCode} {code.AbbrDesc.strip()}" if code is not None else row.procCode
    return " · ".join(part for part in (named.strip(), place) if part)


def length_words(minutes: int, clash: Words, *, locked: bool) -> str:
    """That the procedures take another time than the appointment has."""
    words = many("Its procedures take {n} minutes.", "Its procedures take {n} minute.", minutes)
    if locked:
        return tr(join([words, msg("The appointment's time is locked in Open Dental.")]))
    return tr(join([words, clash]))
