"""Why a candidate is offered for a gap, in words."""

from __future__ import annotations

from datetime import date, datetime, time
from enum import StrEnum

from msgspec import Struct

from app.core.text import At, Dollars, Shape, Text, join, many, msg
from app.domain.filling.fitting import Fit, Misfit, Place, main_provider
from app.domain.lists.candidate import Candidate, CandidateKind
from app.domain.schedule.clashes import NO_NAMES, Names

LIST_WORDS = {
    CandidateKind.ASAP: msg("ASAP"),
    CandidateKind.UNSCHEDULED: msg("Unscheduled"),
    CandidateKind.PLANNED: msg("Planned"),
    CandidateKind.RECALL: msg("Recall"),
}
ALSO_WORDS = {
    CandidateKind.ASAP: msg("also on the ASAP List"),
    CandidateKind.UNSCHEDULED: msg("also on the Unscheduled List"),
    CandidateKind.PLANNED: msg("also has a planned appointment"),
    CandidateKind.RECALL: msg("also due for recall"),
}


class ReasonKind(StrEnum):
    """What a reason is about."""

    WAITS = "waits"
    SOONER = "sooner"
    LENGTH = "length"
    PROVIDER = "provider"
    OPERATORY = "operatory"
    BLOCKOUT = "blockout"
    CONTACT = "contact"
    PRODUCTION = "production"
    ALSO = "also"


class Reason(Struct, frozen=True):
    """One reason."""

    kind: ReasonKind
    words: Text


def reasons_of(fit: Fit, place: Place, today: date, names: Names = NO_NAMES) -> tuple[Reason, ...]:
    """All of them, in the order in which they are read to somebody."""
    candidate = fit.candidate
    found = [
        (ReasonKind.WAITS, _waits(candidate, today)),
        (ReasonKind.SOONER, _sooner(candidate, fit.start)),
        (ReasonKind.LENGTH, _length(fit, place)),
        (ReasonKind.PROVIDER, _provider(fit, names)),
        (ReasonKind.OPERATORY, msg("same operatory") if candidate.op_num == fit.op_num else None),
        (ReasonKind.BLOCKOUT, _blockout(fit, place)),
        (ReasonKind.CONTACT, _contact(candidate, today)),
        (
            ReasonKind.PRODUCTION,
            msg("{amount} production", amount=Dollars(candidate.production))
            if candidate.production
            else None,
        ),
        *((ReasonKind.ALSO, ALSO_WORDS[each]) for each in fit.also),
    ]
    return tuple(Reason(kind, words) for kind, words in found if words is not None)


def misfit_words(why: Misfit, count: int) -> Text:
    """How many patients don't fit, and why."""
    match why:
        case Misfit.LENGTH:
            words = many("{n} need more time", "{n} needs more time", count)
        case Misfit.CLINIC:
            words = many("{n} are patients of another clinic", "{n} is a patient of another clinic", count)
        case Misfit.KIND:
            words = many(
                "{n} need another kind of operatory or provider",
                "{n} needs another kind of operatory or provider",
                count,
            )
        case Misfit.NOT_SOONER:
            words = many("{n} are already scheduled earlier", "{n} is already scheduled earlier", count)
        case Misfit.PROVIDER:
            words = many("{n} have a provider who is busy", "{n} has a provider who is busy", count)
        case Misfit.TYPE:
            words = many("{n} need another blockout", "{n} needs another blockout", count)
        case Misfit.RESTRICTED:
            words = many("{n} may not be scheduled", "{n} may not be scheduled", count)
        case _:  # the patient is busy
            words = many(
                "{n} have another appointment at this time",
                "{n} has another appointment at this time",
                count,
            )
    return words


def _waits(candidate: Candidate, today: date) -> Text:
    if candidate.at is not None:
        return msg("now {time}", time=At(candidate.at, Shape.BOTH))
    if candidate.since is None:
        return msg("waiting since an unknown day")
    if candidate.kind is CandidateKind.RECALL:
        return _due(candidate.since, today)
    days = (today - candidate.since).days
    return (
        many("waiting for {n} days", "waiting for {n} day", days) if days > 0 else msg("waiting since today")
    )


def _due(due: date, today: date) -> Text:
    days = (today - due).days
    if days > 0:
        return many("overdue by {n} days", "overdue by {n} day", days)
    return msg("due {day}", day=At(datetime.combine(due, time()), Shape.MONTH_DAY))


def _sooner(candidate: Candidate, start: datetime) -> Text | None:
    if candidate.at is None:
        return msg("wants to come sooner") if candidate.asap else None
    days = (candidate.at.date() - start.date()).days
    return many("{n} days sooner", "{n} day sooner", days) if days else msg("earlier the same day")


def _length(fit: Fit, place: Place) -> Text:
    left = place.gap.minutes - fit.minutes
    if left:
        return msg("{n} min, leaves {left} min free", n=fit.minutes, left=left)
    return msg("fills all {n} min", n=fit.minutes)


def _provider(fit: Fit, names: Names) -> Text | None:
    own = main_provider(fit.candidate)
    if not fit.who:
        return None
    who = names.provider(fit.who)
    if own == fit.who and fit.candidate.is_hygiene:
        return msg("{provider}, own hygienist", provider=who)
    if own == fit.who:
        return msg("{provider}, own dentist", provider=who)
    if own:
        return msg("{provider} instead of {other}", provider=who, other=names.provider(own))
    return join([who])


def _blockout(fit: Fit, place: Place) -> Text | None:
    minute = fit.start.hour * 60 + fit.start.minute
    label = place.blockout(fit.candidate.appointment_type_num, minute, fit.minutes)
    return msg("on {blockout}, its own blockout", blockout=label) if label else None


def _contact(candidate: Candidate, today: date) -> Text | None:
    last, attempts = candidate.last_contact, candidate.attempts or 0
    if last is None:
        return msg("not contacted yet") if candidate.attempts == 0 else None
    when = At(datetime.combine(last, time()), Shape.MONTH_DAY)
    if last >= today:
        return msg("contacted today")
    if not attempts:
        return msg("last contact {day}", day=when)
    return many("{n} attempts, last {day}", "{n} attempt, last {day}", attempts, day=when)
