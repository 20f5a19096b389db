"""A successful call of each insurance method on the tiny office."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.practice import office_insurance as insurance

_SFTP = {"SftpUsername": "me", "SftpPassword": "secret"}
_UPLOADED = "site/in/eob.png"

SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "Benefits.create": {"PlanNum": insurance.PPO, "BenefitType": "CoPayment", "CoverageLevel": "None"},
        "Benefits.delete": {"BenefitNum": 1},
        "Benefits.get": {"BenefitNum": 1},
        "Benefits.list": {"PlanNum": insurance.PPO},
        "Benefits.update": {"BenefitNum": 1, "Percent": 70},
        "Carriers.create": {"CarrierName": "Pilot Rock Insurance"},
        "Carriers.get": {"CarrierNum": 1},
        "Carriers.update": {"CarrierNum": 1, "City": "Salem"},
        "ClaimForms.get": {"ClaimFormNum": 1},
        "ClaimPayments.create": {"claimNum": insurance.ANSWERED, "CheckAmt": "112.15"},
        "ClaimPayments.create_batch": {"claimNums": [insurance.ANSWERED], "CheckAmt": "100"},
        "ClaimPayments.delete": {"ClaimPaymentNum": insurance.PARTIAL},
        "ClaimPayments.get": {"ClaimPaymentNum": insurance.PAYMENT},
        "ClaimPayments.update": {"ClaimPaymentNum": insurance.PAYMENT, "Note": "x"},
        "ClaimProcs.create_adjustment": {"PatPlanNum": insurance.EVES_COVERAGE, "insUsed": "300.75"},
        "ClaimProcs.create_supplemental": {"ClaimProcNum": insurance.ON_ANSWERED, "InsPayAmt": "-5"},
        "ClaimProcs.delete": {"ClaimProcNum": insurance.ALSO_WAITING},
        "ClaimProcs.get": {"ClaimProcNum": insurance.ON_SENT},
        "ClaimProcs.list": {"ClaimNum": insurance.ANSWERED, "PatNum": insurance.EVE},
        "ClaimProcs.set_adjustment": {"PatPlanNum": insurance.EVES_COVERAGE, "insUsed": "300"},
        "ClaimProcs.update": {"ClaimProcNum": insurance.ON_SENT, "Status": "Received", "InsPayAmt": "190"},
        "ClaimTrackings.create": {"ClaimNum": insurance.SENT, "Note": "x"},
        "ClaimTrackings.list": {"ClaimNum": insurance.SENT},
        "ClaimTrackings.update": {"ClaimTrackingNum": 1, "Note": "x"},
        "Claims.create": {"PatNum": insurance.EVE, "procNums": [insurance.UNBILLED], "ClaimType": "P"},
        "Claims.delete": {"ClaimNum": insurance.WAITING},
        "Claims.get": {"ClaimNum": insurance.SENT},
        "Claims.list": {"PatNum": insurance.EVE},
        "Claims.mark_sent": {"ClaimNum": insurance.WAITING, "DateSent": "2026-11-20"},
        "Claims.split": {"ClaimNum": insurance.WAITING, "ProcNums": [insurance.WAITS_TWO]},
        "Claims.update": {"ClaimNum": insurance.WAITING, "ClaimNote": "x"},
        "EobAttaches.delete": {"EobAttachNum": 1},
        "EobAttaches.download_sftp": {"EobAttachNum": 1, **_SFTP, "SftpAddress": "site/out/eob.png"},
        "EobAttaches.list": {"ClaimPaymentNum": insurance.PAYMENT},
        "EobAttaches.upload_sftp": {"ClaimPaymentNum": insurance.PAYMENT, **_SFTP, "SftpAddress": _UPLOADED},
        "Etrans.create": {"MessageText": "ISA*00*"},
        "EtransMessageTexts.get": {"EtransMessageTextNum": 1},
        "Etranss.list": {"PatNum": insurance.EVE},
        "FamilyModules.insurance": {"PatNum": insurance.DAN},
        "InsPlans.create": {"CarrierNum": 1},
        "InsPlans.get": {"PlanNum": insurance.PPO},
        "InsPlans.update": {"PlanNum": insurance.PPO, "GroupName": "x"},
        "InsSubs.create": {"PlanNum": insurance.PPO, "Subscriber": 1, "SubscriberID": "AB-1"},
        "InsSubs.delete": {"InsSubNum": insurance.IDLE_SUB},
        "InsSubs.get": {"InsSubNum": insurance.EVES_SUB},
        "InsSubs.list": {"PlanNum": insurance.PPO},
        "InsSubs.update": {"InsSubNum": insurance.EVES_SUB, "BenefitNotes": "x"},
        "InsVerifies.get": {"InsVerifyNum": 1},
        "InsVerifies.list": {"VerifyType": "InsuranceBenefit"},
        "InsVerifies.verify": {
            "VerifyType": "InsuranceBenefit",
            "FKey": insurance.PPO,
            "DateLastVerified": "2026-11-23",
        },
        "PatPlans.create": {"PatNum": 1, "InsSubNum": insurance.EVES_SUB},
        "PatPlans.delete": {"PatPlanNum": insurance.DANS_SECOND},
        "PatPlans.list": {"PatNum": insurance.DAN},
        "PatPlans.update": {"PatPlanNum": insurance.DANS_SECOND, "Ordinal": 1},
    }
)


def put_files(folder: Path) -> None:
    """Put the files that these calls read on the SFTP server."""
    file = folder / _UPLOADED
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"an EOB")
