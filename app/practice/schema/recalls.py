"""Recalls, recall types, and ASAP texts."""

from __future__ import annotations

from sqlalchemy import Index

from app.practice.schema.columns import code, day, flag, key, moment, num, prose, real, table, whole, word
from app.practice.schema.enums.people import (
    ASAP_KEY_TYPE,
    ASAP_RSVP_STATUS,
    AUTO_COMM_STATUS,
    RECALL_PRIORITY,
)

recall = table(
    "recall",
    key("RecallNum"),
    num("PatNum", "patient.PatNum"),
    day("DateDueCalc"),
    day("DateDue"),
    day("DatePrevious"),
    whole("RecallInterval"),
    num("RecallStatus", "definition.DefNum"),
    prose("Note"),
    flag("IsDisabled"),
    moment("DateTStamp"),
    num("RecallTypeNum", "recalltype.RecallTypeNum"),
    real("DisableUntilBalance"),
    day("DisableUntilDate"),
    day("DateScheduled"),
    code("Priority", RECALL_PRIORITY),
    word("TimePatternOverride"),
)

recalltype = table(
    "recalltype",
    key("RecallTypeNum"),
    word("Description"),
    whole("DefaultInterval"),
    word("TimePattern"),
    word("Procedures"),
    flag("AppendToSpecial"),
)

recalltrigger = table(
    "recalltrigger",
    key("RecallTriggerNum"),
    num("RecallTypeNum", "recalltype.RecallTypeNum"),
    num("CodeNum", "procedurecode.CodeNum"),
)

asapcomm = table(
    "asapcomm",
    key("AsapCommNum"),
    num("FKey"),
    code("FKeyType", ASAP_KEY_TYPE),
    num("ScheduleNum", "schedule.ScheduleNum"),
    num("PatNum", "patient.PatNum"),
    num("ClinicNum", "clinic.ClinicNum"),
    word("ShortGUID"),
    moment("DateTimeEntry"),
    moment("DateTimeExpire"),
    moment("DateTimeSmsScheduled"),
    code("SmsSendStatus", AUTO_COMM_STATUS),
    code("EmailSendStatus", AUTO_COMM_STATUS),
    moment("DateTimeSmsSent"),
    moment("DateTimeEmailSent"),
    num("EmailMessageNum", "emailmessage.EmailMessageNum"),
    code("ResponseStatus", ASAP_RSVP_STATUS),
    moment("DateTimeOrig"),
    prose("TemplateText"),
    prose("TemplateEmail"),
    word("TemplateEmailSubj", 100),
    prose("Note"),
    prose("GuidMessageToMobile"),
    word("EmailTemplateType"),
)

INDEXES = (
    Index("RecallPatNum", recall.c.PatNum, recall.c.RecallTypeNum),
    Index("RecallDateDue", recall.c.DateDue),
    Index("RecallTriggerCodeNum", recalltrigger.c.CodeNum),
    Index("AsapCommDateTimeEntry", asapcomm.c.DateTimeEntry),
)
