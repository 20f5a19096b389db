"""Documents that the desks share: each has a version, and a desk replaces only the one that it has read."""

from __future__ import annotations

import re

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from app.domain.people.rights import Demand, Right
from app.domain.schedule.pinned import PINBOARD
from app.hub.database.shared_tables import document
from app.hub.handling import Asker, Refusal, answers
from app.hub.hub import Hub
from app.hub.shared.audit import OfficeAudit
from app.hub.shared.sign_ins import Used
from app.hub.shared.staff import OfficeStaff
from app.hub.stream import Audience
from app.services.audit.audit import Action
from app.services.money.closing.closed_days import DAYS
from app.services.schedule.saved_views.kept import VIEWS
from app.services.tasks.notebook import NAME
from app.wire.hub import office as wire
from app.wire.hub.stream import Changed, Topic

OF_ALL = frozenset({DAYS, VIEWS, PINBOARD})
"""Documents that every desk may read."""
CLOSING = Demand(Right.CLOSE_DAY)
"""The document doesn't tell the hub of which day."""
_OF_ONE = re.compile(re.escape(NAME).replace(r"\{user_num\}", r"(\d{1,18})"))
"""Those of one person: notes that were typed may hold anything, so only that person's desk gets them."""


@answers(wire.READ_DOCUMENT)
async def read(hub: Hub, asker: Asker, asked: wire.ReadDocument) -> wire.Document:
    """A document, unless the desk has it already."""
    await _check(hub, asker, asked.name)
    return await _stored(hub, asked.name, asked.known)


@answers(wire.WRITE_DOCUMENT)
async def write(hub: Hub, asker: Asker, asked: wire.WriteDocument) -> wire.DocumentWritten:
    """Another version of a document, if the desk knew the last one.

    Closing a day and opening it again needs a right, and is in the audit: no money is posted into a closed day unasked.
    """
    await _check(hub, asker, asked.name)
    staff, by = hub.part(OfficeStaff), ""
    used: Used = ()
    if asked.name == DAYS:
        member, used = await staff.check_once(asker.device_num, asker.person, [CLOSING])
        by = member.name
    body = hub.seal.close(asked.body, _place(asked.name))
    try:
        is_written = await hub.database.run(lambda connection: _written(connection, asked, body))
    except IntegrityError:  # another desk wrote the first version at the same moment
        is_written = False
    if not is_written:
        await staff.sign_ins.give_back(used)
        there = await _stored(hub, asked.name, 0)
        return wire.DocumentWritten(accepted=False, version=there.version, body=there.body)
    if asked.name == DAYS:
        note = hub.part(OfficeAudit).note
        await note(Action.SETTINGS, workstation=asker.name, who=by, kind=DAYS, result="changed")
    hub.stream.tell(Changed(Topic.SHARED, asked.name), to=Audience(but=asker.device_num))
    return wire.DocumentWritten(accepted=True, version=asked.version + 1)


async def _stored(hub: Hub, name: str, known: int) -> wire.Document:
    query = sa.select(document).where(document.c.name == name)
    row = await hub.database.run(lambda connection: connection.execute(query).one_or_none())
    if row is None:
        return wire.Document(version=0)
    if row.version == known:
        return wire.Document(version=row.version)
    return wire.Document(version=row.version, body=hub.seal.open(row.body, _place(name)))


def _written(connection: sa.Connection, asked: wire.WriteDocument, body: bytes) -> bool:
    if not asked.version:
        there = sa.select(document.c.version).where(document.c.name == asked.name)
        if connection.execute(there).first() is not None:
            return False
        connection.execute(sa.insert(document).values(name=asked.name, version=1, body=body))
        return True
    known = (document.c.name == asked.name) & (document.c.version == asked.version)
    changed = sa.update(document).where(known).values(version=asked.version + 1, body=body)
    return connection.execute(changed).rowcount == 1


async def _check(hub: Hub, asker: Asker, name: str) -> None:
    """Raises Refusal for a document that this desk, or the person at it, has no business with."""
    if name in OF_ALL:
        return
    owner = _OF_ONE.fullmatch(name)
    if owner is None:
        raise Refusal(404, "no such document")
    person = await hub.part(OfficeStaff).person_of(asker.device_num, asker.person)
    if person is None or person.user_num != int(owner[1]):
        raise Refusal(403, "another person")


def _place(name: str) -> bytes:
    return f"document {name}".encode()
