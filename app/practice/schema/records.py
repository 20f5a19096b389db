"""Records written automatically: signals, the audit trail, web scheduling, statements."""

from __future__ import annotations

from app.practice.schema.columns import code, day, flag, key, moment, num, prose, real, table, whole, word
from app.practice.schema.enums.base import (
    ESERVICE_KEY,
    ESERVICE_TYPE,
    LOG_SOURCE,
    PERM_TYPE,
    REMOTE_ROLE,
    SIGNAL_TYPE,
)
from app.practice.schema.enums.money import STATEMENT_MODE

signalod = table(
    "signalod",
    key("SignalNum"),
    day("DateViewing"),
    moment("SigDateTime"),
    num("FKey"),
    word("FKeyType"),
    code("IType", SIGNAL_TYPE),
    code("RemoteRole", REMOTE_ROLE),
    prose("MsgValue"),
)

securitylog = table(
    "securitylog",
    key("SecurityLogNum"),
    code("PermType", PERM_TYPE),
    num("UserNum", "userod.UserNum"),
    moment("LogDateTime"),
    prose("LogText"),
    num("PatNum", "patient.PatNum"),
    word("CompName"),
    num("FKey"),
    code("LogSource", LOG_SOURCE),
    num("DefNum"),
    num("DefNumError"),
    moment("DateTPrevious"),
)

eservicelog = table(
    "eservicelog",
    key("EServiceLogNum"),
    moment("LogDateTime"),
    num("PatNum", "patient.PatNum"),
    code("EServiceType", ESERVICE_TYPE),
    whole("EServiceAction"),
    code("KeyType", ESERVICE_KEY),
    word("LogGuid", 36),
    num("ClinicNum"),
    num("FKey"),
    moment("DateTimeUploaded"),
    word("Note"),
)

statement = table(
    "statement",
    key("StatementNum"),
    num("PatNum", "patient.PatNum"),
    day("DateSent"),
    day("DateRangeFrom"),
    day("DateRangeTo"),
    prose("Note"),
    prose("NoteBold"),
    code("Mode_", STATEMENT_MODE),
    flag("HidePayment"),
    flag("SinglePatient"),
    flag("Intermingled"),
    flag("IsSent"),
    num("DocNum", "document.DocNum"),
    moment("DateTStamp"),
    flag("IsReceipt"),
    flag("IsInvoice"),
    flag("IsInvoiceCopy"),
    word("EmailSubject"),
    prose("EmailBody"),
    num("SuperFamily", "patient.PatNum"),
    flag("IsBalValid"),
    real("InsEst"),
    real("BalTotal"),
    word("StatementType", 50),
    word("ShortGUID", 30),
    word("StatementShortURL", 50),
    word("StatementURL"),
    whole("SmsSendStatus"),
    whole("LimitedCustomFamily"),
)
