"""What must be known before anyone treats the patient: alerts, allergies, medications, problems."""

# words: columns and tables of the database
from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import ClassVar

from msgspec import Struct

from app.api.client import OpenDental
from app.api.need import Need
from app.core.text import Words, msg
from app.services.patients.parts.union import Branch, UnionRows, union_query
from app.store.office import Office
from app.store.patients.readers import PartReader
from app.store.queries import Questions
from app.store.topics import Part
from app.wire.record import Record
from app.wire.resources.allergies import Allergy
from app.wire.resources.chart_modules import PatientInfoRow
from app.wire.resources.diseases import Disease, ProblemStatus
from app.wire.resources.medication_pats import MedicationPat

PREMEDICATE, MED_URGENT = "Premedicate", "Med Urgent"
"""Labels of the Chart Module's Patient Info."""
URGENT_UNKNOWN = msg("Medical alert not known")


class AlertRow(Record):
    """The patient's own alerts, which the API's patient row has only in part."""

    Premed: bool = False
    MedUrgNote: str = ""


BRANCHES: Mapping[str, Branch] = MappingProxyType(
    {
        "alert": Branch(AlertRow, ("Premed", "MedUrgNote"), "patient WHERE PatNum = {pat_num}"),
        "allergy": Branch(
            Allergy,
            (
                "allergy.AllergyNum", "allergy.AllergyDefNum", "allergy.PatNum",
                "allergydef.Description AS defDescription", "allergy.Reaction", "allergy.StatusIsActive",
                "allergy.DateAdverseReaction",
            ),
            "allergy INNER JOIN allergydef ON allergydef.AllergyDefNum = allergy.AllergyDefNum"
            " WHERE allergy.PatNum = {pat_num}",
        ),
        "medication": Branch(
            MedicationPat,
            (
                "medicationpat.MedicationPatNum", "medicationpat.PatNum",
                "COALESCE(medication.MedName, medicationpat.MedDescript) AS medName", "medicationpat.MedicationNum",
                "medicationpat.PatNote", "medicationpat.DateStart", "medicationpat.DateStop", "medicationpat.ProvNum",
            ),
            "medicationpat LEFT JOIN medication ON medication.MedicationNum = medicationpat.MedicationNum"
            " WHERE medicationpat.PatNum = {pat_num}",
        ),
        "problem": Branch(
            Disease,
            (
                "disease.DiseaseNum", "disease.PatNum", "disease.DiseaseDefNum",
                "diseasedef.DiseaseName AS diseaseDefName", "disease.PatNote", "disease.ProbStatus",
                "disease.DateStart", "disease.DateStop",
            ),
            "disease INNER JOIN diseasedef ON diseasedef.DiseaseDefNum = disease.DiseaseDefNum"
            " WHERE disease.PatNum = {pat_num}",
        ),
    }
)  # fmt: skip


class PatientMedical(Struct, frozen=True):
    """The medical banner's content. Rows of the past are included; `active_…` are today's."""

    premedicate: bool | None
    """None: not known."""
    urgent: Words
    allergies: tuple[Allergy, ...]
    medications: tuple[MedicationPat, ...]
    problems: tuple[Disease, ...]

    def active_allergies(self) -> tuple[Allergy, ...]:
        """Allergies that the patient has."""
        return tuple(row for row in self.allergies if row.StatusIsActive)

    def active_medications(self, day: date) -> tuple[MedicationPat, ...]:
        """Medications that are taken on a day."""
        return tuple(row for row in self.medications if row.DateStop is None or row.DateStop >= day)

    def active_problems(self, day: date) -> tuple[Disease, ...]:
        """Problems that the patient has on a day."""
        return tuple(
            row
            for row in self.problems
            if row.ProbStatus is ProblemStatus.ACTIVE and (row.DateStop is None or row.DateStop >= day)
        )


class MedicalReader(PartReader[PatientMedical]):
    """One query; without Queries four requests."""

    part: ClassVar[Part] = Part.CHART
    also: ClassVar[frozenset[Part]] = frozenset({Part.PATIENT})

    def __init__(self, client: OpenDental, office: Office) -> None:
        super().__init__(client, office)
        self._questions = Questions(client)

    async def read(self, pat_num: int, need: Need) -> PatientMedical:
        """Read it. Raises the client's ApiErrors."""
        command = union_query(BRANCHES, {"pat_num": int(pat_num)})
        rows = await self._questions.ask("medical", command, need)
        if rows is not None:
            return medical_of(UnionRows(BRANCHES, rows))
        client = self.client.at(need)
        lines, allergies, medications, problems = await asyncio.gather(
            client.chart_modules.patient_info(pat_num),
            client.allergies.list(PatNum=pat_num),
            client.medication_pats.list(PatNum=pat_num),
            client.diseases.list(PatNum=pat_num),
        )
        premedicate, urgent = alerts_of(lines)
        return PatientMedical(premedicate, urgent, tuple(allergies), tuple(medications), tuple(problems))


def medical_of(rows: UnionRows) -> PatientMedical:
    """From the query's rows."""
    alert = next(iter(rows.of("alert", AlertRow)), None)
    return PatientMedical(
        alert.Premed if alert is not None else None,
        alert.MedUrgNote.strip() if alert is not None else URGENT_UNKNOWN,
        rows.of("allergy", Allergy),
        rows.of("medication", MedicationPat),
        rows.of("problem", Disease),
    )


def alerts_of(lines: Iterable[PatientInfoRow]) -> tuple[bool | None, Words]:
    """Premedication and the urgent note among the lines of the Patient Info; not known where an office hides them."""
    found = {line.Field.strip(): line.Content.strip() for line in lines}
    if MED_URGENT not in found:
        return (True if PREMEDICATE in found else None), URGENT_UNKNOWN
    return PREMEDICATE in found, found[MED_URGENT]
