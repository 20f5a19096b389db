"""The hub's own tables. Patient data are sealed; SQLite by default, MariaDB by URL."""

from __future__ import annotations

import sqlalchemy as sa

metadata = sa.MetaData()

device = sa.Table(
    "device",
    metadata,
    sa.Column("device_num", sa.Integer, primary_key=True),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("token_hash", sa.String(64), nullable=False, unique=True),
    sa.Column("paired_at", sa.DateTime, nullable=False),
    sa.Column("seen_at", sa.DateTime),
    sa.Column("address", sa.String(60), nullable=False, default=""),
    sa.Column("revoked", sa.Boolean, nullable=False, default=False),
)
"""Times are UTC without a zone."""

pairing_code = sa.Table(
    "pairing_code",
    metadata,
    sa.Column("code_num", sa.Integer, primary_key=True),
    sa.Column("code", sa.LargeBinary(100), nullable=False),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("name", sa.String(60), nullable=False),
    sa.Column("expires", sa.DateTime, nullable=False),
    sa.Column("tries", sa.Integer, nullable=False, default=0),
)
"""Codes that are shown on a desk now, sealed. Used and expired ones are deleted."""

pairing_salt = sa.Table(
    "pairing_salt",
    metadata,
    sa.Column("salt", sa.String(32), primary_key=True),
    sa.Column("made_at", sa.DateTime, nullable=False),
)
"""Salts of attempts to pair that have begun; deleted by the proof."""

hub_secret = sa.Table(
    "hub_secret",
    metadata,
    sa.Column("name", sa.String(40), primary_key=True),
    sa.Column("body", sa.LargeBinary(16_000), nullable=False),
)
"""What the hubs of one office share, sealed: the certificate and its key."""

hub_note = sa.Table(
    "hub_note",
    metadata,
    sa.Column("note_num", sa.Integer, primary_key=True),
    sa.Column("hub_id", sa.String(32), nullable=False),
    sa.Column("made_at", sa.DateTime, nullable=False),
    sa.Column("body", sa.LargeBinary(1_000_000), nullable=False),
    sqlite_autoincrement=True,
)
"""Lines of the change stream on their way to the office's other hubs, sealed; deleted after a minute."""
