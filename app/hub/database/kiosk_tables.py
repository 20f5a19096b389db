"""The tables of the kiosks. What patients propose is sealed; nothing else is about a person but by number.

Times are UTC without a zone, days and `at` are the office's local time.
"""

from __future__ import annotations

import sqlalchemy as sa

from app.hub.database.tables import metadata

MOST_SETUP = 16_000_000
"""Characters; makes it a MEDIUMTEXT in MariaDB, because the logo is in it."""

kiosk_office = sa.Table(
    "kiosk_office",
    metadata,
    sa.Column("office_num", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("setup", sa.Text(MOST_SETUP), nullable=False),
    sa.Column("rules", sa.Text(MOST_SETUP), nullable=False),
    sa.Column("exit_pin", sa.String(200), nullable=False),
)
"""One row: how the office set its kiosks up, as JSON, and the hash of the exit PIN."""

kiosk_state = sa.Table(
    "kiosk_state",
    metadata,
    sa.Column("device_num", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("step", sa.String(20), nullable=False),
    sa.Column("since", sa.DateTime, nullable=False),
    sa.Column("seen_at", sa.DateTime, nullable=False),
    sa.Column("online", sa.Boolean, nullable=False),
    sa.Column("trouble", sa.String(300), nullable=False),
    sa.Column("program", sa.String(40), nullable=False),
)
"""What each kiosk said last. `online`: as the desks were told."""

kiosk_order = sa.Table(
    "kiosk_order",
    metadata,
    sa.Column("order_num", sa.Integer, primary_key=True),
    sa.Column("device_num", sa.Integer, nullable=False, index=True),
    sa.Column("kind", sa.String(10), nullable=False),
    sa.Column("text", sa.String(500), nullable=False),
    sa.Column("done", sa.Boolean, nullable=False),
    sqlite_autoincrement=True,
)
"""Orders that are not carried out yet, and the message that each kiosk shows."""

kiosk_tries = sa.Table(
    "kiosk_tries",
    metadata,
    sa.Column("device_num", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("in_row", sa.Integer, nullable=False),
    sa.Column("last", sa.DateTime),
    sa.Column("span_began", sa.DateTime),
    sa.Column("in_span", sa.Integer, nullable=False),
    sa.Column("locked_until", sa.DateTime),
)

kiosk_arrival = sa.Table(
    "kiosk_arrival",
    metadata,
    sa.Column("arrival_num", sa.Integer, primary_key=True),
    sa.Column("apt_num", sa.BigInteger, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("pat_num", sa.BigInteger, nullable=False),
    sa.Column("request", sa.String(64), nullable=False),
    sa.Column("device_num", sa.Integer, nullable=False),
    sa.Column("state", sa.String(10), nullable=False),
    sa.Column("owner", sa.String(32), nullable=False),
    sa.Column("lease_until", sa.DateTime, nullable=False),
    sa.Column("sent_at", sa.DateTime),
    sa.Column("result", sa.String(20), nullable=False),
    sa.Column("why", sa.String(200), nullable=False),
    sa.Column("event_num", sa.Integer),
    sa.UniqueConstraint("apt_num", "day"),
    sqlite_autoincrement=True,
)
"""One check-in per appointment and day (`app.hub.kiosk.arrival_rows`), committed before anything is sent."""

kiosk_event = sa.Table(
    "kiosk_event",
    metadata,
    sa.Column("event_num", sa.Integer, primary_key=True),
    sa.Column("result", sa.String(20), nullable=False),
    sa.Column("device_num", sa.Integer, nullable=False),
    sa.Column("kiosk", sa.String(60), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False, index=True),
    sa.Column("apt_num", sa.BigInteger, nullable=False),
    sa.Column("pat_num", sa.BigInteger, nullable=False),
    sa.Column("why", sa.String(200), nullable=False),
    sa.Column("seen_by", sa.String(60), nullable=False),
    sqlite_autoincrement=True,
)
"""What happened at the kiosks and staff should see."""

proposal = sa.Table(
    "proposal",
    metadata,
    sa.Column("proposal_num", sa.Integer, primary_key=True),
    sa.Column("visit", sa.String(40), nullable=False),
    sa.Column("pat_num", sa.BigInteger, nullable=False, index=True),
    sa.Column("apt_num", sa.BigInteger, nullable=False),
    sa.Column("kiosk", sa.String(60), nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("health", sa.Boolean, nullable=False),
    sa.Column("insurance", sa.Boolean, nullable=False),
    sa.Column("is_open", sa.Boolean, nullable=False),
    sa.Column("sealed", sa.LargeBinary(60_000), nullable=False),
    sa.UniqueConstraint("visit", "pat_num"),
    sqlite_autoincrement=True,
)
"""What a patient proposed in one visit. `sealed`: the fields with both values and the decisions."""
