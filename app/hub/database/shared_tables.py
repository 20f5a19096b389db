"""Tables of what belongs to the office: people, documents, the audit, and who has what open.

Numbers ending in `_ms` are milliseconds of UTC since 1970: every database keeps them as they are. Bodies are sealed.
"""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa

from app.hub.database.tables import metadata

BODY = sa.LargeBinary(2**24 - 1)
"""The length makes MariaDB choose a type that holds more than 64 KB."""
HASH = sa.LargeBinary(32)

staff_book = sa.Table(
    "staff_book",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("body", BODY, nullable=False),
)
"""One row."""

staff_pin = sa.Table(
    "staff_pin",
    metadata,
    sa.Column("user_num", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("body", BODY, nullable=False),
    sa.Column("failures", sa.Integer, nullable=False, default=0),
    sa.Column("failed_ms", sa.BigInteger, nullable=False, default=0),
)

sign_in = sa.Table(
    "sign_in",
    metadata,
    sa.Column("token_hash", sa.String(64), primary_key=True),
    sa.Column("device_num", sa.Integer, nullable=False, index=True),
    sa.Column("user_num", sa.BigInteger, nullable=False, index=True),
    sa.Column("until_ms", sa.BigInteger, nullable=False),
)

signed_in_time = sa.Table(
    "signed_in_time",
    metadata,
    sa.Column("time_num", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    sa.Column("device_num", sa.Integer, nullable=False, index=True),
    sa.Column("user_num", sa.BigInteger, nullable=False),
    sa.Column("from_ms", sa.BigInteger, nullable=False),
    sa.Column("until_ms", sa.BigInteger, nullable=False),
)
"""When the hub took a person's token or PIN at a device: what it knows when the device's audit names the person."""

approval = sa.Table(
    "approval",
    metadata,
    sa.Column("approval_num", sa.Integer, primary_key=True),
    sa.Column("device_num", sa.Integer, nullable=False, index=True),
    sa.Column("by_user", sa.BigInteger, nullable=False),
    sa.Column("to_user", sa.BigInteger, nullable=False),
    sa.Column("demand", BODY, nullable=False),
    sa.Column("until_ms", sa.BigInteger, nullable=False),
)
"""One row for each demand that was approved and not used yet."""

document = sa.Table(
    "shared_document",
    metadata,
    sa.Column("name", sa.String(80), primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("body", BODY, nullable=False),
)

audit_head = sa.Table(
    "audit_head",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("chain", sa.String(40), nullable=False),
    sa.Column("records", sa.BigInteger, nullable=False),
    sa.Column("digest", HASH, nullable=False),
)
"""One row: the end of the office's chain."""

audit_record = sa.Table(
    "audit_record",
    metadata,
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("digest", HASH, nullable=False),
    sa.Column("body", BODY, nullable=False),
)

audit_chain = sa.Table(
    "audit_chain",
    metadata,
    sa.Column("chain", sa.String(40), primary_key=True),
    sa.Column("device_num", sa.Integer, nullable=False),
    sa.Column("records", sa.BigInteger, nullable=False),
    sa.Column("digest", HASH, nullable=False),
)
"""How far the hub has each desk's own chain."""

audit_latest = sa.Table(
    "audit_latest",
    metadata,
    sa.Column("device_num", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at_ms", sa.BigInteger, nullable=False),
)
"""The latest time that records of a device had, in any of its chains."""

presence = sa.Table(
    "presence",
    metadata,
    sa.Column("device_num", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("pat_num", sa.BigInteger, nullable=False, index=True),
    sa.Column("places", sa.String(80), nullable=False),
    sa.Column("who", sa.String(60), nullable=False),
    sa.Column("until_ms", sa.BigInteger, nullable=False),
)
"""What each desk has open."""


def milliseconds(moment: datetime) -> int:
    """A moment with a time zone, as stored."""
    return round(moment.timestamp() * 1000)


def moment_of(stored: int) -> datetime:
    """A stored moment."""
    return datetime.fromtimestamp(stored / 1000, UTC)
