"""Check-in as the desks see it: kiosks, arrivals, proposals, and how the kiosks are set up."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from msgspec import Struct

from app.wire.hub.actions import DESKS, Done, HubAction, Message, Nothing, Reply
from app.wire.hub.kiosk import ContactField, KioskSetup, OrderKind, Step


class KioskState(Struct, frozen=True, kw_only=True):
    """One kiosk. `step` None: it was never seen."""

    device_num: int
    name: str
    step: Step | None
    since: datetime | None
    """UTC; when it came to this page."""
    seen_at: datetime | None
    """UTC; its last heartbeat."""
    online: bool
    message: str = ""
    trouble: str = ""
    program: str = ""


class Kiosks(Reply, frozen=True, kw_only=True):
    """Every kiosk that is not revoked."""

    kiosks: tuple[KioskState, ...]


class GiveOrder(Message, frozen=True, kw_only=True):
    """An order for one kiosk."""

    device_num: int
    kind: OrderKind
    text: str = ""


class ArrivalResult(StrEnum):
    """What became of a check-in."""

    ARRIVED = "arrived"
    ALREADY = "already"
    """Staff had marked it before."""
    SENT_TO_DESK = "sent to the desk"
    UNCLEAR = "unclear"
    """The office did not answer whether it was marked: it is looked for, and the patient was sent to the desk."""
    HELP = "help"
    """A patient called for help; no appointment is known."""
    NOT_FOUND = "not found"
    """Three tries failed."""


class Why(StrEnum):
    """Why a patient was sent to the desk. A desk shows its own sentence for each."""

    NOT_FOUND = "not found after three tries"
    GUESSING = "too many wrong tries: nobody is found at this kiosk for five minutes"
    OFFICE_AWAY = "Open Dental did not answer"
    CHANGED = "the appointment was moved or canceled"
    RULES = "the office wants to see this patient at the desk"
    NO_STATUS = "Open Dental has no status for arrived"
    REFUSED = "Open Dental refused to mark the appointment"
    NOT_MARKED = "the appointment was not marked"
    LOOKED_FOR = "it is not known yet whether the appointment was marked"
    INTERRUPTED = "the hub was stopped in the middle"
    GIVEN_UP = "the kiosk sent the patient to the desk"
    """For a reason that the hub doesn't know: the patient said that they are somebody else, or took too long."""


class Arrival(Struct, frozen=True, kw_only=True):
    """Something that happened at a kiosk and that staff should see."""

    arrival_num: int
    result: ArrivalResult
    kiosk: str
    """The kiosk's name."""
    at: datetime
    """The office's local time."""
    apt_num: int = 0
    pat_num: int = 0
    why: str = ""
    """Why the patient was sent to the desk, for staff: a `Why`, or with HELP the kiosk's `Step`."""
    seen_by: str = ""
    """Who saw it; empty: nobody yet."""


class Arrivals(Reply, frozen=True, kw_only=True):
    """Today's, newest first."""

    arrivals: tuple[Arrival, ...]


class ArrivalSeen(Message, frozen=True, kw_only=True):
    """Staff saw these."""

    arrival_nums: tuple[int, ...]
    who: str


class Decision(StrEnum):
    """What became of one proposed field."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"


class FieldProposal(Struct, frozen=True, kw_only=True):
    """One field. `before`: as the office had it when the patient saw it."""

    field: ContactField
    before: str
    after: str
    decision: Decision = Decision.OPEN
    by: str = ""


class Proposal(Struct, frozen=True, kw_only=True):
    """What one patient proposed."""

    proposal_num: int
    pat_num: int
    apt_num: int
    kiosk: str
    at: datetime
    """The office's local time."""
    fields: tuple[FieldProposal, ...] = ()
    health_changed: bool = False
    insurance_changed: bool = False


class Proposals(Reply, frozen=True, kw_only=True):
    """Those with an open field, and those with changed health or insurance: of today, or not made a task yet.

    With `pat_num` in the message: all of this patient's last 30 days.
    """

    proposals: tuple[Proposal, ...]


class ProposalsOf(Message, frozen=True, kw_only=True):
    """`pat_num` 0: the open ones of all patients."""

    pat_num: int = 0


class Decide(Message, frozen=True, kw_only=True):
    """A decision about one field, once the write is done (accepted) or without one (refused).

    OPEN: the write that accepted it was undone.
    """

    proposal_num: int
    field: ContactField
    decision: Decision
    who: str


class TaskAbout(StrEnum):
    """What becomes a task."""

    ARRIVAL = "arrival"
    """An arrival that nobody has seen; `number` is its `arrival_num`."""
    ANSWERS = "answers"
    """Health or insurance has changed; `number` is the `proposal_num`."""
    WAITING = "waiting"
    """A patient waits ten minutes past the start; `number` is the AptNum."""


CLAIM_SECONDS = 60
"""A desk that claimed a task and has not recorded it by then may have been switched off: another desk may claim it."""


class ClaimTask(Message, frozen=True, kw_only=True):
    """A desk wants to write this task. Of all desks, one is told yes."""

    about: TaskAbout
    number: int


class TaskClaim(Reply, frozen=True, kw_only=True):
    """`granted`: to this desk, for `CLAIM_SECONDS`. `recorded`: the task is in a desk's journal or in the office."""

    granted: bool
    recorded: bool = False
    task_num: int = 0
    """Its TaskNum, once it is known."""


class RecordTask(Message, frozen=True, kw_only=True):
    """The desk that claimed the task has it in its journal, so that it is sent for sure; later with its number."""

    about: TaskAbout
    number: int
    task_num: int = 0


class Windows(Struct, frozen=True, kw_only=True):
    """When a patient may check in, in minutes around the appointment's start."""

    early: int = 60
    late: int = 15


class CheckInRules(Struct, frozen=True, kw_only=True):
    """Who may check in at a kiosk, and what happens then. Numbers are Open Dental's keys."""

    windows: Windows = Windows()
    desk_patients: tuple[int, ...] = ()
    """PatNums that must see the desk."""
    desk_providers: tuple[int, ...] = ()
    desk_types: tuple[int, ...] = ()
    """AppointmentTypeNums."""
    unseen_minutes: int = 5
    """After this long an unseen arrival becomes a task; 0: never."""
    unseen_task_list: int = 0
    """TaskListNum; 0: the first list of the office."""
    answers_task_list: int = 0
    """For "my health or insurance has changed"; 0: the first list."""


class KioskOffice(Reply, frozen=True, kw_only=True):
    """How the office's kiosks are set up."""

    setup: KioskSetup
    rules: CheckInRules
    has_exit_pin: bool = False


class ChangeKioskOffice(Message, frozen=True, kw_only=True):
    """Replaces the setup and the rules; refused ("version") unless `setup` has the version that counts.

    `exit_pin`: a new one; empty: unchanged. `who`: for the audit.
    """

    setup: KioskSetup
    rules: CheckInRules
    exit_pin: str = ""
    who: str


KIOSKS_LIST = HubAction("/hub/kiosks", Nothing, Kiosks, DESKS)
ORDER = HubAction("/hub/kiosks/order", GiveOrder, Done, DESKS)
ARRIVALS = HubAction("/hub/arrivals", Nothing, Arrivals, DESKS)
ARRIVAL_SEEN = HubAction("/hub/arrivals/seen", ArrivalSeen, Done, DESKS)
PROPOSALS = HubAction("/hub/proposals", ProposalsOf, Proposals, DESKS)
DECIDE = HubAction("/hub/proposals/decide", Decide, Done, DESKS)
CLAIM_TASK = HubAction("/hub/check-in/task/claim", ClaimTask, TaskClaim, DESKS)
RECORD_TASK = HubAction("/hub/check-in/task/record", RecordTask, Done, DESKS)
KIOSK_OFFICE = HubAction("/hub/kiosks/office", Nothing, KioskOffice, DESKS)
CHANGE_KIOSK_OFFICE = HubAction(
    "/hub/kiosks/office/change", ChangeKioskOffice, KioskOffice, DESKS, most_bytes=2_000_000
)
