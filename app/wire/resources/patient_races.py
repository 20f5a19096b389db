"""Patient races: races and ethnicity, as the office records them for public health."""

from __future__ import annotations

from app.wire.endpoint import GET, Resource
from app.wire.fields import BigInt, PatientKey
from app.wire.record import Record
from app.wire.rows import Rows


class PatientRace(Record):
    """One race or ethnicity of a patient. Two names are spelled as on the wire."""

    primary_key = "PatientRaceNum"

    PatientRaceNum: BigInt = 0
    PatNum: BigInt = 0
    CdcrecCode: str = ""
    descripition: str = ""
    isEthnicity: bool = False
    heirarchicalCode: str = ""


class PatientRaces(Resource):
    """A patient's races and ethnicity; there may be several."""

    documentation = "API PatientRaces"

    @GET("/patientraces", since="22.3.12")
    def list(self, *, PatNum: PatientKey) -> Rows[PatientRace]: ...
