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
