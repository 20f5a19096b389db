"""The chart tables: their codes, columns and indexes."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from app.practice.schema.charting import INDEXES, treatplan
from app.practice.schema.enums import base as codes
from app.practice.schema.enums import clinical as codes_clinical
from app.practice.schema.histories import medication
from app.practice.schema.make import create_schema
from app.wire.enums import WireEnum
from app.wire.resources.allergies import SnomedAllergy
from app.wire.resources.diseases import ProblemStatus
from app.wire.resources.ehr_patients import VaccineSharing
from app.wire.resources.perio_measures import PerioSequenceType
from app.wire.resources.rx_pats import RxSendStatus
from app.wire.resources.tooth_initials import ToothInitialType
from app.wire.resources.treat_plans import TreatPlanStatus, TreatPlanType

WIRE_ENUMS: tuple[tuple[type[WireEnum], codes.EnumCodes], ...] = (
    (SnomedAllergy, codes_clinical.SNOMED_ALLERGY),
    (ProblemStatus, codes_clinical.PROBLEM_STATUS),
    (VaccineSharing, codes.YES_NO_UNKNOWN),
    (PerioSequenceType, codes_clinical.PERIO_SEQUENCE),
    (RxSendStatus, codes_clinical.RX_SEND_STATUS),
    (ToothInitialType, codes_clinical.TOOTH_INITIAL),
    (TreatPlanStatus, codes_clinical.TREAT_PLAN_STATUS),
    (TreatPlanType, codes_clinical.TREAT_PLAN_TYPE),
)


@pytest.mark.parametrize(("wire", "kept"), WIRE_ENUMS)
def test_codes_are_the_wires(wire: type[WireEnum], kept: codes.EnumCodes) -> None:
    """The wire's names match the database's, in numeric order."""
    assert [member.value for member in wire] == list(kept.texts.values())


def test_indexes_are_made() -> None:
    """Indexes of tables that load later are created with the others."""
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        create_schema(connection)
        made = {
            row[0]
            for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'index'")
        }
    engine.dispose()
    assert {index.name for index in INDEXES} <= made


def test_a_forum_query_of_plans_runs() -> None:
    """Tables and columns have Open Dental's names, so that its queries run."""
    engine = sa.create_engine("sqlite://")
    with engine.begin() as connection:
        create_schema(connection)
        connection.execute(treatplan.insert().values(PatNum=1, TPStatus=1))
        connection.execute(medication.insert().values(MedName="Metformin"))
        rows = connection.exec_driver_sql(
            "SELECT t.Heading FROM treatplan t LEFT JOIN proctp p ON p.TreatPlanNum=t.TreatPlanNum "
            "LEFT JOIN treatplanattach a ON a.TreatPlanNum=t.TreatPlanNum WHERE t.TPStatus=1"
        ).all()
    engine.dispose()
    assert len(rows) == 1
