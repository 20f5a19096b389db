"""PatientRaces: read."""

from __future__ import annotations

import sqlalchemy as sa

from app.practice.schema.patient_extras import cdcrec, patientrace
from app.practice.server.listings import Filter, Listing, columns_of, name_behind
from app.practice.server.references import refuse_deleted_patient
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, quoted
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.patient_races import PatientRace, PatientRaces

_R = patientrace.c
_DECLINED = "ASKU-ETHNICITY"
"""The code for "declined to specify", which the CDC list lacks."""


def _columns() -> dict[str, Expression]:
    place = name_behind(_R.CdcrecCode, cdcrec.c.CdcrecCode, cdcrec.c.HeirarchicalCode)
    is_ethnicity = sa.or_(place.like(sa.literal_column("'E%'")), _R.CdcrecCode == quoted(_DECLINED))
    computed = {
        "descripition": name_behind(_R.CdcrecCode, cdcrec.c.CdcrecCode, cdcrec.c.Description),
        "isEthnicity": sa.case((is_ethnicity, quoted("true")), else_=quoted("false")),
        "heirarchicalCode": place,
    }
    return columns_of(PatientRace, patientrace, computed)


ROWS = Listing(
    name="PatientRace",
    columns=_columns,
    source=patientrace,
    filters={"PatNum": Filter(_R.PatNum)},
    order=(_R.PatientRaceNum,),
)


@serves(PatientRaces.list)
def list_(work: Work, given: Given) -> Outcome:
    """A patient's races and ethnicity. Refused for a deleted patient, even for reading."""
    refuse_deleted_patient(work, given["PatNum"], "Patient has been deleted.")
    return work.page(ROWS, given)
