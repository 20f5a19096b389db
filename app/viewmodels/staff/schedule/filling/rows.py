"""The texts of the list: who, on which list, why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from app.core.text import At, Span, many, msg
from app.domain.filling.fitting import Fit, Place, is_elsewhere
from app.domain.filling.ranking import Ranked
from app.domain.filling.reasons import LIST_WORDS, misfit_words, reasons_of
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.clashes import Names
from app.domain.schedule.visit import Person
from app.store.lists import OfficeLists
from app.store.office import Office
from app.store.patients.parts import Ready, Refused, Unread
from app.viewmodels.messages import explain
from app.viewmodels.part_age import age_words
from app.viewmodels.staff.schedule.filling.state import FillRow
from app.viewmodels.translation import tr

State = Unread | Ready[tuple[Candidate, ...]] | Refused
MOST_MISFITS = 3
FULL_LISTS = {
    CandidateKind.ASAP: msg("ASAP List"),
    CandidateKind.UNSCHEDULED: msg("Unscheduled List"),
    CandidateKind.PLANNED: msg("planned appointments"),
    CandidateKind.RECALL: msg("Recall List"),
}


def title_of(places: Sequence[Place]) -> str:
    """The free time."""
    if len(places) == 1:
        gap = places[0].gap
        return tr("Fill {times}", times=Span(gap.begins, gap.ends))
    return tr("Fill this time")


def about_of(places: Sequence[Place], names: Names, lists: OfficeLists, clinic: int | None) -> str:
    """Its operatory, who works there, its length, and the clinic if the schedule shows all of them."""
    if len(places) != 1:
        return tr(many("{n} free operatories", "{n} free operatory", len(places)))
    gap, chair = places[0].gap, places[0].chair
    parts = [names.chair(gap.chair.op_num), *(names.provider(each) for each in chair.providers)]
    named = lists.clinic_names
    if clinic is None and gap.chair.clinic_num in named:
        parts.append(named[gap.chair.clinic_num])
    return " · ".join([*parts, tr("{n} min free", n=gap.minutes)])


def row_of(fit: Fit, places: Sequence[Place], office: Office, names: Names, today: date) -> FillRow:
    """One patient."""
    person = office.person(fit.candidate.pat_num) or Person(fit.candidate.pat_num, "", "")
    place = next(each for each in places if each.gap.chair.op_num == fit.op_num)
    when = tr(At(fit.start))
    if len(places) > 1:
        when = tr("{time}, {operatory}", time=At(fit.start), operatory=names.chair(fit.op_num))
    return FillRow(
        fit=fit,
        name=person.display,
        listed=tr(LIST_WORDS[fit.candidate.kind]),
        phone=person.phone or tr("No phone on file"),
        when=when,
        procedures=fit.candidate.procedures,
        reasons=(
            *_clinic(fit, place, office),
            *(tr(each.words) for each in reasons_of(fit, place, today, names)),
        ),
    )


def _clinic(fit: Fit, place: Place, office: Office) -> tuple[str, ...]:
    """The clinic of a patient of another one."""
    lists = office.lists or OfficeLists()
    named = lists.clinic_names.get(fit.candidate.clinic_num, "")
    return (
        (tr("patient of {clinic}", clinic=named),) if named and is_elsewhere(fit.candidate, place.gap) else ()
    )


def summary_of(ranked: Ranked, *, looking: bool) -> str:
    """How many fit; where nobody does, why not."""
    if ranked.fits:
        return tr(many("{n} patients fit", "{n} patient fits", len(ranked.fits)))
    if looking:
        return ""
    if not ranked.misfits:
        return tr("Nobody is waiting on the lists.")
    why = ", ".join(tr(misfit_words(each, count)) for each, count in ranked.misfits[:MOST_MISFITS])
    return tr("Nobody on the lists fits: {why}.", why=why)


def notes_of(states: Mapping[CandidateKind, State], office: Office) -> tuple[str, ...]:
    """What is still being read, what is left out and why, and how old the lists are."""
    unread = [tr(FULL_LISTS[kind]) for kind, state in states.items() if isinstance(state, Unread)]
    notes = [tr("Reading: {lists}…", lists=", ".join(unread))] if unread else []
    for kind, state in states.items():
        if isinstance(state, Refused):
            why = explain(state.why).sentence
            notes.append(tr("Not included: {list}. {why}", list=FULL_LISTS[kind], why=why))
    aged = [state for state in states.values() if isinstance(state, Ready)]
    if aged:
        oldest = min(aged, key=lambda state: state.read_at)
        if words := age_words(oldest, office.clock):
            notes.append(words)
    return tuple(notes)
