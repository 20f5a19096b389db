"""Electronic transactions with carriers."""

from __future__ import annotations

from sqlalchemy import Index

from app.practice.schema.columns import code, flag, key, moment, num, prose, real, table, volume, whole, word
from app.practice.schema.enums.insurance import ETRANS_TYPE

etrans = table(
    "etrans",
    key("EtransNum"),
    moment("DateTimeTrans"),
    num("ClearingHouseNum", "clearinghouse.ClearinghouseNum"),
    code("Etype", ETRANS_TYPE),
    num("ClaimNum"),
    whole("OfficeSequenceNumber"),
    whole("CarrierTransCounter"),
    whole("CarrierTransCounter2"),
    num("CarrierNum", "carrier.CarrierNum"),
    num("CarrierNum2", "carrier.CarrierNum"),
    num("PatNum", "patient.PatNum"),
    whole("BatchNumber"),
    word("AckCode"),
    whole("TransSetNum"),
    prose("Note"),
    num("EtransMessageTextNum", "etransmessagetext.EtransMessageTextNum"),
    num("AckEtransNum", "etrans.EtransNum"),
    num("PlanNum", "insplan.PlanNum"),
    num("InsSubNum", "inssub.InsSubNum"),
    word("TranSetId835"),
    word("CarrierNameRaw", 60),
    word("PatientNameRaw", 133),
    num("UserNum", "userod.UserNum"),
)
"""ClaimNum refers to claim.ClaimNum, but the message stays when its claim is deleted."""

etransmessagetext = table("etransmessagetext", key("EtransMessageTextNum"), volume("MessageText"))

etrans835 = table(
    "etrans835",
    key("Etrans835Num"),
    num("EtransNum", "etrans.EtransNum"),
    word("PayerName", 60),
    word("TransRefNum", 50),
    real("InsPaid"),
    word("ControlId", 9),
    word("PaymentMethodCode", 3),
    word("PatientName", 100),
    whole("Status"),
    whole("AutoProcessed"),
    flag("IsApproved"),
)

etrans835attach = table(
    "etrans835attach",
    key("Etrans835AttachNum"),
    num("EtransNum", "etrans.EtransNum"),
    num("ClaimNum", "claim.ClaimNum"),
    whole("ClpSegmentIndex"),
    moment("DateTimeEntry"),
)

INDEXES = (
    Index("EtransPatNum", etrans.c.PatNum),
    Index("EtransClaimNum", etrans.c.ClaimNum),
    Index("Etrans835AttachClaimNum", etrans835attach.c.ClaimNum),
)
