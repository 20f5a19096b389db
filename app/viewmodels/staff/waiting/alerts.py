"""The alerts of a desk: the text of their tasks, and the calls that claim a task from the hub."""

from __future__ import annotations

from app.core.text import At
from app.domain.schedule.visit import Visit
from app.domain.waiting_room.waits import told_minutes
from app.services.check_in.hub import HubCalls, ask
from app.services.schedule.rows import names_of
from app.services.waiting_room.alerts import AlertNeeds, Claims, WaitingAlerts
from app.services.waiting_room.past_start import PastStart
from app.store.lists import OfficeLists
from app.viewmodels.staff.desk import DeskViewModel
from app.viewmodels.translation import tr
from app.wire.hub.actions import Done
from app.wire.hub.check_in import CLAIM_TASK, RECORD_TASK, ClaimTask, RecordTask, TaskAbout, TaskClaim


def waiting_alerts(desk: DeskViewModel, delay: float) -> WaitingAlerts:
    """Those of this desk. `delay`: its own seconds, without a hub."""
    parts = desk.parts

    def words(visit: Visit) -> str:
        names = names_of(parts.office.lists or OfficeLists())
        return tr(
            "Still waiting {n} minutes past the start: {time}, {operatory}.",
            n=told_minutes(visit),
            time=At(visit.start),
            operatory=names.chair(visit.op_num),
        )

    claims = hub_claims(parts.hub.link) if parts.hub is not None else None
    needs = AlertNeeds(lambda: parts.outbox.author, words, claims, delay)
    past = PastStart(parts.office, parts.clock, parts.scope)
    return WaitingAlerts(
        parts.office, past, parts.task_writes(), parts.tasks(), needs, parts.clock, parts.scope
    )


def hub_claims(hub: HubCalls) -> Claims:
    """The hub gives each task to one desk."""

    async def claim(apt_num: int) -> TaskClaim:
        return await ask(hub, CLAIM_TASK, ClaimTask(about=TaskAbout.WAITING, number=apt_num))

    async def record(message: RecordTask) -> Done:
        return await ask(hub, RECORD_TASK, message)

    return Claims(claim, record)
