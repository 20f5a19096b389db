"""Enumerations of insurance: the stored numbers and the wire's names."""

from __future__ import annotations

from app.practice.schema.enums.base import EnumCodes


def _counted(words: str) -> EnumCodes:
    return EnumCodes(dict(enumerate(words.split())))


_RELATIONS = "Self Spouse Child Employee HandicapDep SignifOther {} LifePartner Dependent"
RELATIONSHIP = _counted(_RELATIONS.format("InjuredPlaintiff"))
PAT_PLAN_RELATIONSHIP = _counted(_RELATIONS.format("InjuredPlantiff"))
"""The same, as PatPlans spells it."""
CLAIM_MED_TYPE = _counted("Dental Medical Institutional")
COB_RULE = _counted("Basic Standard CarveOut SecondaryMedicaid")
EXCLUSION_RULE = _counted("PracticeDefault DoNothing UseUcrFee")
YES_NO_DEFAULT = _counted("Default Yes No")
NO_SEND_ELECT = _counted("SendElect NoSendElect NoSendSecondaryElect")
BENEFIT_TYPE = _counted(
    "ActiveCoverage CoInsurance Deductible CoPayment Exclusions Limitations WaitingPeriod"
)
BENEFIT_PERIOD = _counted("None ServiceYear CalendarYear Lifetime Years NumberInLast12Months")
BENEFIT_QUANTITY = _counted("None NumberOfServices AgeLimit Visits Years Months")
BENEFIT_LEVEL = _counted("None Individual Family")
VERIFY_TYPE = _counted("None InsuranceBenefit PatientEnrollment")
PLACE_OF_SERVICE = _counted(
    "Office PatientsHome InpatHospital OutpatHospital SkilledNursFac CustodialCareFacility OtherLocation "
    "MobileUnit School MilitaryTreatFac FederalHealthCenter PublicHealthClinic RuralHealthClinic "
    "EmergencyRoomHospital AmbulatorySurgicalCenter TelehealthOutsideHome TelehealthInHome "
    "OutreachSiteOrStreet"
)
ETRANS_TYPE = _counted(
    "ClaimSent ClaimPrinted Claim_CA Claim_Ren ClaimAck_CA ClaimEOB_CA Eligibility_CA EligResponse_CA "
    "ClaimReversal_CA Predeterm_CA RequestOutstand_CA RequestSumm_CA RequestPay_CA ClaimCOB_CA "
    "ReverseResponse_CA PredetermAck_CA PredetermEOB_CA OutstandingAck_CA EmailResponse_CA "
    "PaymentResponse_CA SummaryResponse_CA Acknowledge_997 StatusNotify_277 TextReport BenefitInquiry270 "
    "BenefitResponse271 AckError ERA_835 Acknowledge_999 Ack_Interchange Claim_Ramq ItransNcpl HTML "
    "DXCAttachments Attachment_CA AttachmentAck_CA"
)
