"""Which desk writes which task about check-in."""

from __future__ import annotations

import sqlalchemy as sa

from app.hub.database.tables import metadata

check_in_task = sa.Table(
    "check_in_task",
    metadata,
    sa.Column("about", sa.String(10), primary_key=True),
    sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("device_num", sa.Integer, nullable=False),
    sa.Column("claimed_at", sa.DateTime, nullable=False),
    sa.Column("recorded", sa.Boolean, nullable=False, default=False),
    sa.Column("task_num", sa.BigInteger, nullable=False, default=0),
)
"""`number` may be an AptNum, which has 64 bits in an office with random primary keys. `claimed_at` is UTC without a
zone, in whole seconds: MariaDB keeps no more."""
