"""The stage of an appointment on its day, from the office's own statuses and recorded times.

Offices name their confirmation statuses freely. Four preferences tell which of them mean accepted, arrived,
seated and dismissed; where one is not set, the status with the standard name is used.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time, timedelta
from enum import Enum, auto

from msgspec import Struct

from app.domain.schedule.visit import Stage, Visit
from app.wire.lenient import whole_or

ARRIVED_TRIGGER = "AppointmentTimeArrivedTrigger"
SEATED_TRIGGER = "AppointmentTimeSeatedTrigger"
DISMISSED_TRIGGER = "AppointmentTimeDismissedTrigger"
STATUS_ACCEPTED = "ApptEConfirmStatusAccepted"
STATUS_SENT = "ApptEConfirmStatusSent"
STATUS_DECLINED = "ApptEConfirmStatusDeclined"
STATUS_FAILED = "ApptEConfirmStatusSendFailed"
STAGE_PREFERENCES = (
    ARRIVED_TRIGGER,
    SEATED_TRIGGER,
    DISMISSED_TRIGGER,
    STATUS_ACCEPTED,
    STATUS_SENT,
    STATUS_DECLINED,
    STATUS_FAILED,
)
"""The preferences that define the stages. Each holds a DefNum as text, "0" for none."""

_PLAIN_NAMES = {
    ARRIVED_TRIGGER: frozenset({"arrived", "here", "checked in"}),
    SEATED_TRIGGER: frozenset({"seated", "in chair", "in operatory", "in treatment"}),
    DISMISSED_TRIGGER: frozenset({"dismissed", "checked out", "left"}),
}  # words: names that offices give their statuses
EARLY = timedelta(hours=2)
"""An arrival this long before the start is more likely a mistake."""


class Skip(Enum):
    """Reason why a status is unexpected as the next one. The recorded time can't be removed in Open Dental."""

    OTHER_DAY = auto()
    EARLY = auto()
    NOT_ARRIVED = auto()
    NOT_SEATED = auto()


class Times(Struct, frozen=True):
    """When an appointment's stages were recorded; None: not recorded."""

    arrived: datetime | None = None
    seated: datetime | None = None
    dismissed: datetime | None = None


NO_TIMES = Times()


class StageRules(Struct, frozen=True):
    """The meaning of the office's statuses. Each status is a DefNum; 0 for none."""

    arrived: int = 0
    seated: int = 0
    dismissed: int = 0
    accepted: int = 0
    """The status to set when a patient confirms."""
    confirmed: frozenset[int] = frozenset()
    """All statuses that count as confirmed."""
    before: frozenset[int] = frozenset()
    """Statuses that mean the patient is not here, whatever times were recorded earlier."""
    first: int = 0
    """The default status of new appointments."""


def stage_rules(statuses: Sequence[tuple[int, str]], preferences: Mapping[str, str]) -> StageRules:
    """Read the office's statuses, (DefNum, name) in its own order, with its preferences."""
    arrived = _trigger(ARRIVED_TRIGGER, statuses, preferences)
    seated = _trigger(SEATED_TRIGGER, statuses, preferences)
    dismissed = _trigger(DISMISSED_TRIGGER, statuses, preferences)
    here = {arrived, seated, dismissed} - {0}
    accepted = whole_or(preferences.get(STATUS_ACCEPTED), 0)
    confirmed = {number for number, name in statuses if _means_confirmed(name)} | ({accepted} - {0})
    asked = {whole_or(preferences.get(name), 0) for name in (STATUS_SENT, STATUS_DECLINED, STATUS_FAILED)}
    first = statuses[0][0] if statuses else 0
    before = (confirmed | asked | {first} | set(_ahead_of(here, statuses))) - here - {0}
    return StageRules(
        arrived=arrived,
        seated=seated,
        dismissed=dismissed,
        accepted=accepted or next((number for number, name in statuses if _means_confirmed(name)), 0),
        confirmed=frozenset(confirmed - here),
        before=frozenset(before),
        first=first,
    )


def stage_of(
    confirmed: int, times: Times, rules: StageRules, *, broken: bool = False, complete: bool = False
) -> Stage:
    """The stage of an appointment whose status is `confirmed`.

    The status decides if it means a stage, or that the patient is not here (times stay recorded when an
    arrival is undone). For a custom status such as "Ready" the recorded times decide. A complete appointment
    that was never marked as arrived counts as dismissed.
    """
    if broken:
        return Stage.BROKEN
    stage = _by_status(confirmed, rules) or _by_times(times)
    if stage is None:
        stage = Stage.CONFIRMED if confirmed in rules.confirmed else Stage.UNCONFIRMED
    if complete and stage in (Stage.UNCONFIRMED, Stage.CONFIRMED):
        return Stage.DISMISSED
    return stage


def skip_of(visit: Visit, stage: Stage, now: datetime, rules: StageRules) -> Skip | None:
    """Why an appointment isn't expected to reach a stage now; None if it is, or if it goes back to an earlier stage.

    A stage without a status is not used by the office, so passing it is no skip.
    """
    order = [Stage.CONFIRMED, *_used(rules)]
    if stage not in order[1:]:
        return None
    if visit.start.date() != now.date():
        return Skip.OTHER_DAY
    at = order.index(visit.stage) if visit.stage in order else 0
    if order.index(stage) > at + 1:
        return Skip.NOT_ARRIVED if at < 1 and Stage.ARRIVED in order else Skip.NOT_SEATED
    early = at < 1 and visit.start - now >= EARLY
    return Skip.EARLY if early else None


def _used(rules: StageRules) -> list[Stage]:
    """The stages with a recorded time that this office has a status for, in order."""
    every = ((Stage.ARRIVED, rules.arrived), (Stage.SEATED, rules.seated), (Stage.DISMISSED, rules.dismissed))
    return [stage for stage, def_num in every if def_num]


def recorded(moment: datetime | None) -> datetime | None:
    """A recorded time; None for both forms of an empty one: no date, or midnight."""
    return None if moment is None or moment.time() == time.min else moment


def _by_status(confirmed: int, rules: StageRules) -> Stage | None:
    if not confirmed:
        return None
    if confirmed == rules.dismissed:
        return Stage.DISMISSED
    if confirmed == rules.seated:
        return Stage.SEATED
    if confirmed == rules.arrived:
        return Stage.ARRIVED
    if confirmed in rules.before:
        return Stage.CONFIRMED if confirmed in rules.confirmed else Stage.UNCONFIRMED
    return None


def _by_times(times: Times) -> Stage | None:
    if times.dismissed is not None:
        return Stage.DISMISSED
    if times.seated is not None:
        return Stage.SEATED
    return Stage.ARRIVED if times.arrived is not None else None


def _trigger(preference: str, statuses: Sequence[tuple[int, str]], preferences: Mapping[str, str]) -> int:
    if (number := whole_or(preferences.get(preference), 0)) > 0:
        return number
    plain = _PLAIN_NAMES[preference]
    return next((number for number, name in statuses if name.strip().casefold() in plain), 0)


def _means_confirmed(name: str) -> bool:
    words = name.strip().casefold()
    return words.startswith("confirmed") or (words.endswith(" confirmed") and not words.startswith("not "))


def _ahead_of(here: set[int], statuses: Sequence[tuple[int, str]]) -> Iterable[int]:
    """The statuses listed before the office's first "here" status."""
    numbers = [number for number, _ in statuses]
    places = [numbers.index(number) for number in here if number in numbers]
    return numbers[: min(places)] if places else ()
