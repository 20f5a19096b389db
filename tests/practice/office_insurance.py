"""The tiny office's insurance: Eve has a PPO plan, which also covers Dan, as his secondary.

Eve has a claim that was sent, one received but unpaid, one paid, and one waiting.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from app.practice.schema.enums.base import CLAIM_PROC_STATUS, PROC_STATUS

ANN, BEN, CARA, GIL, DAN, EVE = range(1, 7)
"""Gil is deleted."""
BENS_SUB, EVES_SUB, IDLE_SUB, DANS_SUB, GILS_SUB = range(7, 12)
PLAN, PPO = 9, 10
BENS_COVERAGE, EVES_COVERAGE, DANS_FIRST, DANS_SECOND, GILS_COVERAGE = 1, 12, 13, 14, 15
SENT, ANSWERED, PAID, WAITING = 1, 2, 3, 4
UNBILLED, FILLING, CLEANING, EXAM, CROWN, WAITS_ONE, WAITS_TWO, CLEANING_TOO = range(20, 28)
PAYMENT, PARTIAL = 1, 2
ON_SENT, ON_ANSWERED, ALSO_ANSWERED, ON_PAID, ON_WAITING, ALSO_WAITING, ESTIMATED = range(1, 8)
REVIEW, HOLD, CHECK, TRANSFER, LOCKBOX, DENIED, VERIFIED, MISSING = range(200, 208)
COPAYS = 30
"""A fee schedule."""
EOB = "UGFpZA=="
"""A file in base64."""

Rows = tuple[Mapping[str, Any], ...]


def _definition(number: int, category: int, name: str) -> dict[str, Any]:
    return {"DefNum": number, "Category": category, "ItemName": name, "ItemOrder": number}


def _procedure(number: int, code: int, fee: float, status: str = "C", **more: Any) -> dict[str, Any]:
    row = {
        "ProcNum": number,
        "PatNum": EVE,
        "CodeNum": code,
        "ProcFee": fee,
        "ProcStatus": PROC_STATUS.number(status),
    }
    usual = {"ProcDate": "2026-10-05", "ProvNum": 1, "ClinicNum": 1, "UnitQty": 1}
    return {**row, **usual, "DateTStamp": "2026-10-05 17:00:00", **more}


def _claim(number: int, status: str, fee: float, **more: Any) -> dict[str, Any]:
    row = {"ClaimNum": number, "PatNum": EVE, "ClaimStatus": status, "ClaimFee": fee, "ClaimType": "P"}
    usual = {
        "PlanNum": PPO, "InsSubNum": EVES_SUB, "ProvTreat": 1, "ProvBill": 1, "ClinicNum": 1, "IsProsthesis": "N",
        "DateService": "2026-10-05", "DateSent": "2026-10-06", "ClaimForm": 1, "ClaimIdentifier": f"{EVE}/{number}",
    }  # fmt: skip
    return {**row, **usual, "SecDateTEdit": "2026-10-06 09:00:00", **more}


def _claimproc(
    number: int, claim: int, procedure: int, status: str, fee: float, **more: Any
) -> dict[str, Any]:
    row = {"ClaimProcNum": number, "ClaimNum": claim, "ProcNum": procedure, "PatNum": EVE, "FeeBilled": fee}
    blank = dict.fromkeys(
        (
            "AllowedOverride", "PercentOverride", "CopayAmt", "CopayOverride", "DedEstOverride", "InsEstTotalOverride",
            "PaidOtherIns", "PaidOtherInsOverride", "WriteOffEst", "WriteOffEstOverride",
        ),
        -1,
    )  # fmt: skip
    usual = {
        "PlanNum": PPO, "InsSubNum": EVES_SUB, "ProvNum": 1, "ClinicNum": 1, "ProcDate": "2026-10-05",
        "DateCP": "2026-10-05", "Percentage": 80, "LineNumber": 1,
    }  # fmt: skip
    return {**row, **blank, **usual, "Status": CLAIM_PROC_STATUS.number(status), **more}


PREFERENCES: Mapping[str, str] = MappingProxyType(
    {
        "AllowedFeeSchedsAutomate": "0",
        "ClaimPaymentBatchOnly": "0",
        "ClaimTrackingStatusExcludesNone": "0",
        "DefaultClaimForm": "1",
        "InsBillingProv": "0",
        "InsDefaultAssignBen": "1",
        "InsDefaultCobRule": "0",
        "InsDefaultShowUCRonClaims": "0",
        "OrthoClaimUseDatePlacement": "0",
        "ProcProvChangesClaimProcWithClaim": "0",
        "ShowAutoDeposit": "0",
    }
)
_ANSWERED = {"DateEntry": "2026-10-20", "DateSuppReceived": "2026-10-20"}

ROWS: Mapping[str, Rows] = MappingProxyType(
    {
        "definition": (
            _definition(REVIEW, 31, "Review"),
            _definition(HOLD, 31, "Hold"),
            _definition(CHECK, 32, "Check"),
            _definition(TRANSFER, 32, "Transfer"),
            _definition(LOCKBOX, 40, "Lockbox"),
            _definition(DENIED, 36, "Denied"),
            _definition(VERIFIED, 38, "Verified"),
            _definition(MISSING, 43, "Missing attachment"),
        ),
        "feesched": ({"FeeSchedNum": COPAYS, "Description": "Copays", "FeeSchedType": 1},),
        "claimform": (
            {"ClaimFormNum": 1, "Description": "Dental claim", "FontName": "Arial", "FontSize": 9.0, "PrintImages": 1,
             "Width": 850, "Height": 1100},
            {"ClaimFormNum": 2, "Description": "Old form", "IsHidden": 1},
        ),
        "carrier": (
            {"CarrierNum": 1, "CarrierName": "Blue Heron Dental", "ElectID": "60101", "Zip": "97901"},
            {"CarrierNum": 2, "CarrierName": "Gone Mutual", "IsHidden": 1, "NoSendElect": 1},
        ),
        "insplan": (
            {"PlanNum": PPO, "GroupName": "Cannery", "GroupNum": "G10", "PlanType": "p", "CarrierNum": 1,
             "ClaimFormNum": 1, "EmployerNum": 1},
        ),
        "inssub": (
            {"InsSubNum": EVES_SUB, "PlanNum": PPO, "Subscriber": EVE, "SubscriberID": "EE-1", "ReleaseInfo": 1,
             "AssignBen": 1, "SecDateTEdit": "2026-10-01 08:00:00"},
            {"InsSubNum": IDLE_SUB, "PlanNum": PPO, "Subscriber": CARA, "SubscriberID": "CD-1"},
            {"InsSubNum": DANS_SUB, "PlanNum": PLAN, "Subscriber": DAN, "SubscriberID": "DD-1"},
            {"InsSubNum": GILS_SUB, "PlanNum": PLAN, "Subscriber": GIL, "SubscriberID": "GG-1"},
        ),
        "patplan": (
            {"PatPlanNum": EVES_COVERAGE, "PatNum": EVE, "InsSubNum": EVES_SUB, "Ordinal": 1},
            {"PatPlanNum": DANS_FIRST, "PatNum": DAN, "InsSubNum": DANS_SUB, "Ordinal": 1},
            {"PatPlanNum": DANS_SECOND, "PatNum": DAN, "InsSubNum": EVES_SUB, "Ordinal": 2, "Relationship": 2},
            {"PatPlanNum": GILS_COVERAGE, "PatNum": GIL, "InsSubNum": GILS_SUB, "Ordinal": 1},
        ),
        "benefit": (
            {"BenefitNum": 1, "PlanNum": PPO, "BenefitType": 1, "Percent": 80, "MonetaryAmt": -1.0},
            {"BenefitNum": 2, "PlanNum": PPO, "BenefitType": 1, "Percent": 100, "MonetaryAmt": -1.0, "CodeNum": 1},
            {"BenefitNum": 3, "PlanNum": PPO, "BenefitType": 2, "Percent": -1, "MonetaryAmt": 50.0, "TimePeriod": 2,
             "CoverageLevel": 1},
            {"BenefitNum": 4, "PlanNum": PPO, "BenefitType": 2, "Percent": -1, "MonetaryAmt": 0.0, "TimePeriod": 2,
             "CodeNum": 1, "CoverageLevel": 1},
            {"BenefitNum": 5, "PlanNum": PPO, "BenefitType": 5, "Percent": -1, "MonetaryAmt": 1000.0, "TimePeriod": 2,
             "CoverageLevel": 1},
            {"BenefitNum": 6, "PatPlanNum": DANS_SECOND, "BenefitType": 1, "Percent": 50, "MonetaryAmt": -1.0},
        ),
        "insverify": (
            {"InsVerifyNum": 1, "VerifyType": 1, "FKey": PPO, "DateLastVerified": "2026-09-01",
             "SecDateTEdit": "2026-09-01 10:00:00"},
            {"InsVerifyNum": 2, "VerifyType": 2, "FKey": EVES_COVERAGE, "Note": "Ask for the group number"},
        ),
        "procedurelog": (
            _procedure(UNBILLED, 1, 58.0),
            _procedure(FILLING, 2, 248.0, ToothNum="14", Surf="MO"),
            _procedure(CLEANING, 3, 90.0),
            _procedure(EXAM, 1, 58.0),
            _procedure(CROWN, 8, 1200.0, "TP", ToothNum="3"),
            _procedure(WAITS_ONE, 1, 58.0),
            _procedure(WAITS_TWO, 3, 90.0, ProvNum=2),
            _procedure(CLEANING_TOO, 3, 60.0),
        ),
        "claim": (
            _claim(SENT, "S", 248.0, DateSentOrig="2026-10-06", InsPayEst=198.4),
            _claim(ANSWERED, "S", 150.0, InsPayEst=120.0, InsPayAmt=112.15, WriteOff=10.0),
            _claim(PAID, "R", 58.0, InsPayEst=46.4, InsPayAmt=46.4, DateReceived="2026-10-20"),
            _claim(WAITING, "W", 148.0, InsPayEst=118.4, CustomTracking=REVIEW),
        ),
        "claimproc": (
            _claimproc(ON_SENT, SENT, FILLING, "NotReceived", 248.0, BaseEst=198.4, InsEstTotal=198.4, InsPayEst=198.4),
            _claimproc(ON_ANSWERED, ANSWERED, CLEANING, "Received", 90.0, InsPayEst=72.0, InsPayAmt=72.1, WriteOff=10.0,
                       **_ANSWERED),
            _claimproc(ALSO_ANSWERED, ANSWERED, CLEANING_TOO, "Received", 60.0, InsPayEst=48.0, InsPayAmt=40.05,
                       LineNumber=2, **_ANSWERED),
            _claimproc(ON_PAID, PAID, EXAM, "Received", 58.0, InsPayEst=46.4, InsPayAmt=46.4, ClaimPaymentNum=PAYMENT,
                       DateInsFinalized="2026-10-20", PaymentRow=1, **_ANSWERED),
            _claimproc(ON_WAITING, WAITING, WAITS_ONE, "NotReceived", 58.0, InsPayEst=46.4),
            _claimproc(ALSO_WAITING, WAITING, WAITS_TWO, "NotReceived", 90.0, InsPayEst=72.0, LineNumber=2, ProvNum=2),
            _claimproc(ESTIMATED, 0, UNBILLED, "Estimate", 0.0, PercentOverride=90, LineNumber=0),
        ),
        "claimpayment": (
            {"ClaimPaymentNum": PAYMENT, "CheckDate": "2026-10-20", "CheckAmt": 46.4, "CheckNum": "501", "ClinicNum": 1,
             "CarrierName": "Blue Heron Dental", "PayType": CHECK, "PayGroup": LOCKBOX,
             "SecDateTEdit": "2026-10-20 11:00:00"},
            {"ClaimPaymentNum": PARTIAL, "CheckDate": "2026-11-20", "CheckAmt": 300.0, "IsPartial": 1, "PayType": CHECK,
             "SecDateTEdit": "2026-11-20 11:00:00"},
        ),
        "eobattach": (
            {"EobAttachNum": 1, "ClaimPaymentNum": PAYMENT, "DateTCreated": "2026-10-20 11:05:00",
             "FileName": "20261020_110500_1.png", "RawBase64": EOB},
        ),
        "claimtracking": (
            {"ClaimTrackingNum": 1, "ClaimNum": SENT, "TrackingType": "StatusHistory", "TrackingDefNum": REVIEW,
             "DateTimeEntry": "2026-10-10 09:00:00", "Note": "Called"},
            {"ClaimTrackingNum": 2, "ClaimNum": WAITING, "TrackingType": "ClaimUser", "UserNum": 0,
             "DateTimeEntry": "2026-10-11 09:00:00"},
        ),
        "etrans": (
            {"EtransNum": 1, "DateTimeTrans": "2026-10-06 09:00:00", "ClaimNum": SENT, "PatNum": EVE, "CarrierNum": 1,
             "EtransMessageTextNum": 1, "AckCode": "A"},
            {"EtransNum": 2, "DateTimeTrans": "2026-10-20 09:00:00", "Etype": 27, "PatNum": EVE, "TranSetId835": "35"},
        ),
        "etransmessagetext": ({"EtransMessageTextNum": 1, "MessageText": "ISA*00*\r\n~"},),
        "etrans835attach": ({"EtransNum": 2, "ClaimNum": WAITING, "ClpSegmentIndex": 3},),
    }
)  # fmt: skip
"""These come after the rows of the tiny office."""
