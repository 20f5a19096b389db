"""What the hubs of one office share in their database, sealed: the key of everything sealed, and the certificate.

Rows are sealed with a random key that belongs to the database. It is stored wrapped by a key derived from the office's
customer key, which every hub of the office has, and by this PC's own key from its vault, if it has one. So a second
hub opens the database, and a new customer key is accepted on a PC that opened it before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import msgspec
import sqlalchemy as sa

from app.hub.database.database import HubDatabase
from app.hub.database.tables import hub_secret
from app.hub.server.certificate import Certificate, new_certificate
from app.sealed.sealing import Seal, SealBroken

CUSTOMER = "customer"
"""The name of the wrapping key that is derived from the customer key."""
_CERTIFICATE = "certificate"
_SLOT = "key "  # words: the names of rows


class WrongOffice(Exception):
    """None of the keys opens the database: it is another office's, or the customer key was replaced."""


async def open_seal(
    database: HubDatabase, seals: Mapping[str, Seal], new_key: bytes, older: Sequence[Seal] = ()
) -> Seal:
    """The seal of this database. `seals`: by name, those that wrap its key from now on.

    `new_key`: for an empty database. `older`: seals that may have wrapped it before. Raises WrongOffice.
    """
    if not seals:
        raise WrongOffice
    work = partial(_open_key, seals=seals, older=older, new_key=new_key)
    try:
        key = await database.run(work)
    except sa.exc.IntegrityError:  # another hub has just begun the same database
        key = await database.run(work)
    return next(iter(seals.values())).with_key(key)


async def shared_certificate(database: HubDatabase, seal: Seal) -> Certificate:
    """The certificate of this office's hubs, made by the first of them."""
    made = new_certificate()
    try:
        return await database.run(lambda connection: _certificate(connection, seal, made))
    except sa.exc.IntegrityError:
        return await database.run(lambda connection: _certificate(connection, seal, made))


def _open_key(
    connection: sa.Connection, seals: Mapping[str, Seal], older: Sequence[Seal], new_key: bytes
) -> bytes:
    rows = connection.execute(sa.select(hub_secret).where(hub_secret.c.name.like(f"{_SLOT}%"))).all()
    wrapped = {row.name: row.body for row in rows}
    opened = [
        key
        for name, body in wrapped.items()
        for seal in (*seals.values(), *older)
        if (key := _unwrapped(seal, name, body))
    ]
    if wrapped and not opened:
        raise WrongOffice
    key = opened[0] if opened else new_key
    for name, seal in ((_SLOT + each, seal) for each, seal in seals.items()):
        if _unwrapped(seal, name, body := wrapped.get(name, b"")) is None:
            # Only what was read: a row that another hub has written meanwhile stays, and is in the way of this one.
            old = (hub_secret.c.name == name) & (hub_secret.c.body == body)
            connection.execute(sa.delete(hub_secret).where(old))
            connection.execute(sa.insert(hub_secret).values(name=name, body=seal.close(key, name.encode())))
    return key


def _unwrapped(seal: Seal, name: str, body: bytes) -> bytes | None:
    try:
        return seal.open(body, name.encode())
    except SealBroken:
        return None


def _certificate(connection: sa.Connection, seal: Seal, made: Certificate) -> Certificate:
    known = connection.scalar(sa.select(hub_secret.c.body).where(hub_secret.c.name == _CERTIFICATE))
    if known is not None:
        return msgspec.msgpack.decode(seal.open(known, _CERTIFICATE.encode()), type=Certificate)
    body = seal.close(msgspec.msgpack.encode(made), _CERTIFICATE.encode())
    connection.execute(sa.insert(hub_secret).values(name=_CERTIFICATE, body=body))
    return made
