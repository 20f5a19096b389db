"""All writes on patients. The registry imports this module when the first of them is sent, settled or shown."""

from __future__ import annotations

from app.services.writes.patients.carrier import ADD_CARRIER, EDIT_CARRIER
from app.services.writes.patients.check_in import ACCEPT_CHANGES
from app.services.writes.patients.commlog import ADD_COMMLOG, EDIT_COMMLOG
from app.services.writes.patients.coverage import ADD_COVERAGE, DROP_COVERAGE, EDIT_COVERAGE
from app.services.writes.patients.document import EDIT_DOCUMENT, REMOVE_DOCUMENT, UPLOAD
from app.services.writes.patients.edit import EDIT_PATIENT
from app.services.writes.patients.new import ADD_PATIENT
from app.services.writes.patients.note import CHANGE_NOTE, CHANGE_URGENT_NOTE
from app.services.writes.patients.pat_field import ADD_FIELD, CHANGE_FIELD, CLEAR_FIELD
from app.services.writes.patients.plan import ADD_PLAN, ADD_SUBSCRIBER, EDIT_PLAN, EDIT_SUBSCRIBER
from app.services.writes.patients.popup import ADD_POPUP, EDIT_POPUP
from app.services.writes.patients.recall import ADD_RECALL, EDIT_RECALL
from app.services.writes.patients.referral import ADD_REFERRAL, EDIT_REFERRAL
from app.services.writes.patients.sheet import ADD_SHEET, FILL_SHEET
from app.services.writes.patients.verification import VERIFY
from app.services.writes.write import Write

WRITES: tuple[Write, ...] = (
    EDIT_PATIENT,
    ACCEPT_CHANGES,
    ADD_PATIENT,
    CHANGE_NOTE,
    CHANGE_URGENT_NOTE,
    ADD_COMMLOG,
    EDIT_COMMLOG,
    ADD_POPUP,
    EDIT_POPUP,
    ADD_REFERRAL,
    EDIT_REFERRAL,
    EDIT_RECALL,
    ADD_RECALL,
    ADD_FIELD,
    CHANGE_FIELD,
    CLEAR_FIELD,
    ADD_COVERAGE,
    EDIT_COVERAGE,
    DROP_COVERAGE,
    ADD_SUBSCRIBER,
    EDIT_SUBSCRIBER,
    ADD_PLAN,
    EDIT_PLAN,
    ADD_CARRIER,
    EDIT_CARRIER,
    VERIFY,
    UPLOAD,
    REMOVE_DOCUMENT,
    EDIT_DOCUMENT,
    ADD_SHEET,
    FILL_SHEET,
)
