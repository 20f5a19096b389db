"""Electronic transactions: messages to and from carriers."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.enums import WireEnum
from app.wire.fields import BigInt, CarrierKey, ClaimKey, DateTime, PatientKey
from app.wire.record import Record
from app.wire.rows import Rows


class EtransType(WireEnum):
    """The kind of message."""

    CLAIM_SENT = "ClaimSent"
    CLAIM_PRINTED = "ClaimPrinted"
    CLAIM_CA = "Claim_CA"
    CLAIM_REN = "Claim_Ren"
    CLAIM_ACK_CA = "ClaimAck_CA"
    CLAIM_EOB_CA = "ClaimEOB_CA"
    ELIGIBILITY_CA = "Eligibility_CA"
    ELIG_RESPONSE_CA = "EligResponse_CA"
    CLAIM_REVERSAL_CA = "ClaimReversal_CA"
    PREDETERM_CA = "Predeterm_CA"
    REQUEST_OUTSTAND_CA = "RequestOutstand_CA"
    REQUEST_SUMM_CA = "RequestSumm_CA"
    REQUEST_PAY_CA = "RequestPay_CA"
    CLAIM_COB_CA = "ClaimCOB_CA"
    REVERSE_RESPONSE_CA = "ReverseResponse_CA"
    PREDETERM_ACK_CA = "PredetermAck_CA"
    PREDETERM_EOB_CA = "PredetermEOB_CA"
    OUTSTANDING_ACK_CA = "OutstandingAck_CA"
    EMAIL_RESPONSE_CA = "EmailResponse_CA"
    PAYMENT_RESPONSE_CA = "PaymentResponse_CA"
    SUMMARY_RESPONSE_CA = "SummaryResponse_CA"
    ACKNOWLEDGE_997 = "Acknowledge_997"
    STATUS_NOTIFY_277 = "StatusNotify_277"
    TEXT_REPORT = "TextReport"
    BENEFIT_INQUIRY270 = "BenefitInquiry270"
    BENEFIT_RESPONSE271 = "BenefitResponse271"
    ACK_ERROR = "AckError"
    ERA_835 = "ERA_835"
    ACKNOWLEDGE_999 = "Acknowledge_999"
    ACK_INTERCHANGE = "Ack_Interchange"
    CLAIM_RAMQ = "Claim_Ramq"
    ITRANS_NCPL = "ItransNcpl"
    HTML = "HTML"
    DXCATTACHMENTS = "DXCAttachments"
    ATTACHMENT_CA = "Attachment_CA"
    ATTACHMENT_ACK_CA = "AttachmentAck_CA"


class Transaction(Record):
    """One message. Its text is in EtransMessageTexts."""

    primary_key = "EtransNum"

    EtransNum: BigInt = 0
    DateTimeTrans: DateTime | None = None
    ClearingHouseNum: BigInt = 0
    Etype: EtransType = EtransType.CLAIM_SENT
    ClaimNum: BigInt = 0
    OfficeSequenceNumber: BigInt = 0
    CarrierTransCounter: BigInt = 0
    CarrierTransCounter2: BigInt = 0
    CarrierNum: BigInt = 0
    CarrierNum2: BigInt = 0
    PatNum: BigInt = 0
    BatchNumber: BigInt = 0
    AckCode: str = ""
    TransSetNum: BigInt = 0
    Note: str = ""
    EtransMessageTextNum: BigInt = 0
    AckEtransNum: BigInt = 0
    PlanNum: BigInt = 0
    InsSubNum: BigInt = 0
    TransSetId835: BigInt = 0
    CarrierNameRaw: str = ""
    PatientNameRaw: str = ""
    UserNum: BigInt = 0


class Etranss(Resource):
    """One patient's messages."""

    documentation = "API Etranss"

    @GET("/etranss", since="23.2.7")
    def list(
        self,
        *,
        PatNum: PatientKey,
        CarrierNum: CarrierKey | None = None,
        ClaimNum: ClaimKey | None = None,
    ) -> Rows[Transaction]: ...
