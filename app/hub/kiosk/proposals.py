"""What patients propose: sealed until the desk has decided about each field, and for a month after."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

import msgspec
import sqlalchemy as sa
from msgspec.structs import replace

from app.api.errors import ApiError
from app.core.later import load_name
from app.domain.kiosk.contact import PHONES, same_value, typed_value
from app.domain.people.phones import TypedPhone
from app.hub.database.check_in_tables import check_in_task
from app.hub.database.kiosk_tables import proposal
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.kiosk.events import whole
from app.hub.kiosk.notes import Notes
from app.hub.kiosk.visits import Visit, Visitor, open_visit
from app.hub.shared.staff import OfficeStaff
from app.sealed.sealing import SealBroken
from app.wire.hub.actions import Done
from app.wire.hub.check_in import (
    DECIDE,
    PROPOSALS,
    Decide,
    Decision,
    FieldProposal,
    Proposal,
    Proposals,
    ProposalsOf,
    TaskAbout,
)
from app.wire.hub.kiosk import PROPOSE, ContactField, Propose
from app.wire.hub.stream import Changed, Topic

KEPT = timedelta(days=30)
TASK_WAITS = timedelta(days=3)
"""So long an answer waits for a desk that makes it a task: over a weekend."""
LONGEST_WHO = 60
LONGEST_TYPED = 200
TYPED_PHONE = "app.domain.people.typed_phone:typed_phone"
"""Imported with the first phone number that is typed at a kiosk."""
Fields = tuple[FieldProposal, ...]


@answers(PROPOSE)
async def propose(hub: Hub, asker: Asker, asked: Propose) -> Done:
    """Keep what the patient says has changed; sent again in the same visit, it replaces what was sent before.

    Refusal 422 names a field that can't be right; 503: the office didn't answer, and nothing was kept.
    """
    visit = open_visit(hub, asker, asked.visit)
    person = visit.person(asked.index)
    if asked.changes and asked.index != 0:
        raise Refusal(403, "not theirs")
    typed = _typed(asked.changes)
    fields = await _changed(hub, person, typed) if typed else ()
    if fields or asked.health_changed or asked.insurance_changed:
        await _keep(hub, asker, visit, person, asked, fields)
        apt_num = person.appointments[0][0]
        hub.part(Notes).check_in(asker, "proposed", apt_num=apt_num, pat_num=person.pat_num)
        hub.stream.tell(Changed(Topic.PROPOSALS))
    return Done()


@answers(PROPOSALS)
async def proposals(hub: Hub, asker: Asker, asked: ProposalsOf) -> Proposals:
    """Those with something to do, and today's answers; of one patient, all that are kept."""
    now = hub.clock.now()
    if asked.pat_num:
        which = (proposal.c.pat_num == asked.pat_num) & (proposal.c.at >= whole(now - KEPT))
    else:
        answered = proposal.c.health.is_(True) | proposal.c.insurance.is_(True)
        today = proposal.c.at >= datetime.combine(now.date(), time.min)
        written = sa.exists().where(
            check_in_task.c.about == TaskAbout.ANSWERS.value,
            check_in_task.c.number == proposal.c.proposal_num,
            check_in_task.c.recorded.is_(True),
        )
        waits = (proposal.c.at >= whole(now - TASK_WAITS)) & ~written
        which = proposal.c.is_open.is_(True) | (answered & (today | waits))
    wanted = sa.select(proposal).where(which).order_by(proposal.c.proposal_num)
    rows = await hub.database.run(lambda connection: connection.execute(wanted).all())
    return Proposals(proposals=tuple(_proposal(hub, row) for row in rows))


@answers(DECIDE)
async def decide(hub: Hub, asker: Asker, asked: Decide) -> Done:
    """Record a decision. Refusal 404 for an unknown field, 409 if another desk has decided otherwise.

    An accepted field is open again when a desk undoes its write.
    """
    who = await hub.part(OfficeStaff).named(asker, asked.who)
    by = (who or asker.name)[:LONGEST_WHO]
    proposed = await hub.database.run(lambda connection: _decide(hub, connection, asked, by))
    if proposed is not None:
        result = f"{asked.field.value}: {asked.decision.value}"
        hub.part(Notes).check_in(asker, result, apt_num=proposed.apt_num, pat_num=proposed.pat_num, who=who)
    hub.stream.tell(Changed(Topic.PROPOSALS))
    return Done()


async def forget_old(hub: Hub) -> None:
    """Delete what is older than a month."""
    old = sa.delete(proposal).where(proposal.c.at < whole(hub.clock.now() - KEPT))
    await hub.database.run(lambda connection: connection.execute(old).rowcount)


def _typed(changes: Mapping[ContactField, str]) -> dict[ContactField, str]:
    """The values as they are stored. Refusal 422 for one that can't be right."""
    found = {}
    for field, text in changes.items():
        value = typed_value(field, text) if len(text) <= LONGEST_TYPED else None
        if value and field in PHONES:
            phone: TypedPhone = load_name(TYPED_PHONE)(value)
            value = phone.stored if phone.complete else None
        if value is None:
            raise Refusal(422, f"invalid {field.value}")
        found[field] = value
    return found


async def _changed(hub: Hub, person: Visitor, typed: dict[ContactField, str]) -> Fields:
    """Those that differ from what the office has."""
    try:
        row = await hub.office.patients.get(person.pat_num)
    except ApiError:
        raise Refusal(503, "office away") from None
    before = {field: str(getattr(row, field.value)) for field in typed}
    return tuple(
        FieldProposal(field=field, before=before[field], after=after)
        for field, after in typed.items()
        if not same_value(field, before[field], after)
    )


async def _keep(
    hub: Hub, asker: Asker, visit: Visit, person: Visitor, asked: Propose, fields: Fields
) -> None:
    key = (visit.key, person.pat_num)
    values = {
        "visit": visit.key,
        "pat_num": person.pat_num,
        "apt_num": person.appointments[0][0],
        "kiosk": asker.name[:60],
        "at": whole(hub.clock.now()),
        "health": asked.health_changed,
        "insurance": asked.insurance_changed,
        "is_open": bool(fields),
        "sealed": hub.seal.close(msgspec.json.encode(fields), _place(key)),
    }
    same = (proposal.c.visit == key[0]) & (proposal.c.pat_num == key[1])

    def write(connection: sa.Connection) -> None:
        row = connection.execute(sa.select(proposal).where(same)).first()
        if row is None:
            connection.execute(sa.insert(proposal).values(values))
        elif all(each.decision is Decision.OPEN for each in _fields(hub, row)):
            connection.execute(sa.update(proposal).where(same).values(values))

    await hub.database.run(write)


def _decide(hub: Hub, connection: sa.Connection, asked: Decide, by: str) -> sa.Row[tuple[object, ...]] | None:
    """The row; None: it was decided so before. Refusal as `decide`."""
    same = proposal.c.proposal_num == asked.proposal_num
    row = connection.execute(sa.select(proposal).where(same).with_for_update()).first()
    fields = _fields(hub, row) if row is not None else ()
    before = next((each for each in fields if each.field is asked.field), None)
    if row is None or before is None:
        raise Refusal(404, "no such proposal")
    undone = (before.decision, asked.decision) == (Decision.ACCEPTED, Decision.OPEN)
    if before.decision is asked.decision:
        return None
    if before.decision is not Decision.OPEN and not undone:
        raise Refusal(409, "decided")
    after = replace(before, decision=asked.decision, by=by)
    fields = tuple(after if each is before else each for each in fields)
    values = {
        "sealed": hub.seal.close(msgspec.json.encode(fields), _place((row.visit, row.pat_num))),
        "is_open": any(each.decision is Decision.OPEN for each in fields),
    }
    connection.execute(sa.update(proposal).where(same).values(values))
    return row


def _proposal(hub: Hub, row: sa.Row[tuple[object, ...]]) -> Proposal:
    return Proposal(
        proposal_num=row.proposal_num,
        pat_num=row.pat_num,
        apt_num=row.apt_num,
        kiosk=row.kiosk,
        at=row.at,
        fields=_fields(hub, row),
        health_changed=row.health,
        insurance_changed=row.insurance,
    )


def _fields(hub: Hub, row: sa.Row[tuple[object, ...]]) -> Fields:
    """What was proposed; nothing where it was sealed with a key that the office has replaced since."""
    try:
        plain = hub.seal.open(row.sealed, _place((row.visit, row.pat_num)))
    except SealBroken:
        return ()
    return msgspec.json.decode(plain, type=Fields)


def _place(key: tuple[str, int]) -> bytes:
    """What the seal is for: this patient's proposal in this visit."""
    return f"proposal {key[0]} {key[1]}".encode()
