"""The insurance tables: their enumerations, and that written values are returned on the wire."""

from __future__ import annotations

import pytest

from app.practice.schema.benefits import benefit
from app.practice.schema.claims import claim
from app.practice.schema.columns import meaning_of
from app.practice.schema.enums import base as codes
from app.practice.schema.enums import insurance as codes_insurance
from app.practice.schema.etrans import etrans
from app.practice.schema.insurance import claimproc
from app.wire.enums import WireEnum
from app.wire.resources.benefits import (
    BenefitCoverageLevel,
    BenefitQuantity,
    BenefitTimePeriod,
    InsBenefitType,
)
from app.wire.resources.carriers import NoSendElectType
from app.wire.resources.claim_procs import ClaimProcStatus
from app.wire.resources.claims import ClaimMedType, Relat
from app.wire.resources.etranss import EtransType
from app.wire.resources.ins_verifies import VerifyTypes
from app.wire.resources.pat_plans import PatPlanRelat
from app.wire.resources.procedure_logs import PlaceOfService


@pytest.mark.parametrize(
    ("wire", "kept"),
    [
        (BenefitCoverageLevel, codes_insurance.BENEFIT_LEVEL),
        (BenefitQuantity, codes_insurance.BENEFIT_QUANTITY),
        (BenefitTimePeriod, codes_insurance.BENEFIT_PERIOD),
        (ClaimMedType, codes_insurance.CLAIM_MED_TYPE),
        (ClaimProcStatus, codes.CLAIM_PROC_STATUS),
        (EtransType, codes_insurance.ETRANS_TYPE),
        (InsBenefitType, codes_insurance.BENEFIT_TYPE),
        (NoSendElectType, codes_insurance.NO_SEND_ELECT),
        (PatPlanRelat, codes_insurance.PAT_PLAN_RELATIONSHIP),
        (PlaceOfService, codes_insurance.PLACE_OF_SERVICE),
        (Relat, codes_insurance.RELATIONSHIP),
        (VerifyTypes, codes_insurance.VERIFY_TYPE),
    ],
)
def test_codes_are_the_wires(wire: type[WireEnum], kept: codes.EnumCodes) -> None:
    """Every wire name has a number, in the wire's order, and every number a name."""
    assert [kept.text(kept.number(member.value)) for member in wire] == [member.value for member in wire]
    assert len(kept.texts) == len(wire)


def test_codes_are_open_dentals() -> None:
    """The numbers are those of Open Dental's schema."""
    for column, number, word in (
        (benefit.c.BenefitType, 6, "WaitingPeriod"),
        (benefit.c.TimePeriod, 5, "NumberInLast12Months"),
        (claim.c.PlaceService, 17, "OutreachSiteOrStreet"),
        (claim.c.PatRelat, 6, "InjuredPlaintiff"),
        (claimproc.c.Status, 6, "Estimate"),
        (etrans.c.Etype, 27, "ERA_835"),
    ):
        assert meaning_of(column)["codes"].text(number) == word
