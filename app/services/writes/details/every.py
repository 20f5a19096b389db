"""All writes on the details of an appointment. The registry imports this module when the first of them is sent."""

from __future__ import annotations

from app.services.writes.details.appointment import SET_PRIORITY, SET_TYPE, SET_UNSCHEDULED_STATUS
from app.services.writes.details.fields import SET_APPT_FIELD
from app.services.writes.details.procedures import ADD_PROCEDURE, PLACE_PROCEDURE, REMOVE_PROCEDURE
from app.services.writes.write import Write

WRITES: tuple[Write, ...] = (
    PLACE_PROCEDURE,
    ADD_PROCEDURE,
    REMOVE_PROCEDURE,
    SET_PRIORITY,
    SET_TYPE,
    SET_UNSCHEDULED_STATUS,
    SET_APPT_FIELD,
)
