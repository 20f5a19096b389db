"""SecurityLogs."""

from __future__ import annotations

import datetime

import sqlalchemy as sa

from app.practice.schema.enums.base import LOG_SOURCE_API
from app.practice.schema.records import securitylog
from app.practice.server.formats import net_format
from app.practice.server.listings import Filter, Listing, columns_of, encode_rows
from app.practice.server.routing import serves
from app.practice.server.work import Encoded, Given, Outcome, Work
from app.wire.resources.security_logs import SecurityLog, SecurityLogs

_L = securitylog.c
_AMERICAN = "M/d/yyyy h:mm:ss tt"
ROWS = Listing(
    name="SecurityLog",
    columns=lambda: columns_of(SecurityLog, securitylog),
    source=securitylog,
    filters={"PermType": Filter(_L.PermType)},
    order=(_L.SecurityLogNum.desc(),),
    always=(_L.LogSource == sa.literal_column(str(LOG_SOURCE_API)),),
)
"""Entries made through the API; the practice has one developer."""


@serves(SecurityLogs.list)
def list_(work: Work, given: Given) -> Outcome:
    """The developer's own entries, newest first, with American timestamps."""
    rows = work.rows(ROWS, given)
    for row in rows:
        row.LogDateTime = net_format(datetime.datetime.fromisoformat(row.LogDateTime), _AMERICAN)
    return Encoded(encode_rows(rows))
