"""What the hub keeps about requests that it passes on."""

from __future__ import annotations

import sqlalchemy as sa

from app.hub.database.tables import metadata

payment_claim = sa.Table(
    "payment_claim",
    metadata,
    sa.Column("mark", sa.String(64), primary_key=True),
    sa.Column("device_num", sa.Integer, nullable=False),
    sa.Column("device", sa.String(60), nullable=False),
    sa.Column("at_ms", sa.BigInteger, nullable=False),
)
"""Which device posts, or has just posted, money. `mark`: a hash of what it is and whose (`app.hub.office.twins`);
`at_ms`: UTC."""

signal_look = sa.Table(
    "signal_look",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("at_us", sa.BigInteger, nullable=False),
)
"""When one of the hubs looked for signals last, by the database server's clock: one row for all hubs."""

key_pace = sa.Table(
    "key_pace",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("next_us", sa.BigInteger, nullable=False),
)
"""When the office's key may be used next, by the database server's clock: one row for all hubs."""
