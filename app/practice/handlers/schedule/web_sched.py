"""Which appointment type belongs to a web scheduling reason."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.enums.base import DEF_LINK
from app.practice.schema.office import deflink
from app.practice.schema.schedule import appointmenttype
from app.practice.server.work import Row, Work


def linked_type(work: Work, def_num: int) -> Row | None:
    """The appointment type linked to a WebSched reason."""
    wanted = (
        sa.select(appointmenttype)
        .join(deflink, deflink.c.FKey == appointmenttype.c.AppointmentTypeNum)
        .where(deflink.c.DefNum == def_num, deflink.c.LinkType == DEF_LINK.number("AppointmentType"))
        .limit(1)
    )
    return work.connection.execute(wanted).first()
