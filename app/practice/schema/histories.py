"""Medical histories: allergies, problems, medications, vital signs, and pharmacies."""

from __future__ import annotations

from app.practice.schema.columns import code, day, flag, key, moment, num, prose, real, table, whole, word
from app.practice.schema.enums.base import YES_NO_UNKNOWN
from app.practice.schema.enums.clinical import PROBLEM_STATUS, SNOMED_ALLERGY

allergydef = table(
    "allergydef",
    key("AllergyDefNum"),
    word("Description"),
    flag("IsHidden"),
    moment("DateTStamp"),
    code("SnomedType", SNOMED_ALLERGY),
    num("MedicationNum", "medication.MedicationNum"),
    word("UniiCode"),
)

allergy = table(
    "allergy",
    key("AllergyNum"),
    num("AllergyDefNum", "allergydef.AllergyDefNum"),
    num("PatNum", "patient.PatNum"),
    word("Reaction"),
    flag("StatusIsActive"),
    moment("DateTStamp"),
    day("DateAdverseReaction"),
    word("SnomedReaction"),
)

diseasedef = table(
    "diseasedef",
    key("DiseaseDefNum"),
    word("DiseaseName"),
    whole("ItemOrder"),
    flag("IsHidden"),
    moment("DateTStamp"),
    word("ICD9Code"),
    word("SnomedCode"),
    word("Icd10Code"),
)

disease = table(
    "disease",
    key("DiseaseNum"),
    num("PatNum", "patient.PatNum"),
    num("DiseaseDefNum", "diseasedef.DiseaseDefNum"),
    prose("PatNote"),
    moment("DateTStamp"),
    code("ProbStatus", PROBLEM_STATUS),
    day("DateStart"),
    day("DateStop"),
    word("SnomedProblemType"),
    whole("FunctionStatus"),
)

medication = table(
    "medication",
    key("MedicationNum"),
    word("MedName"),
    num("GenericNum", "medication.MedicationNum"),
    prose("Notes"),
    moment("DateTStamp"),
    num("RxCui"),
    flag("IsHidden"),
)

medicationpat = table(
    "medicationpat",
    key("MedicationPatNum"),
    num("PatNum", "patient.PatNum"),
    num("MedicationNum", "medication.MedicationNum"),
    prose("PatNote"),
    moment("DateTStamp"),
    day("DateStart"),
    day("DateStop"),
    num("ProvNum", "provider.ProvNum"),
    word("MedDescript"),
    num("RxCui"),
    word("ErxGuid"),
    flag("IsCpoe"),
)

pharmacy = table(
    "pharmacy",
    key("PharmacyNum"),
    word("PharmID"),
    word("StoreName"),
    word("Phone"),
    word("Fax"),
    word("Address"),
    word("Address2"),
    word("City"),
    word("State"),
    word("Zip"),
    prose("Note"),
    moment("DateTStamp"),
)

vitalsign = table(
    "vitalsign",
    key("VitalsignNum"),
    num("PatNum", "patient.PatNum"),
    real("Height"),
    real("Weight"),
    whole("BpSystolic"),
    whole("BpDiastolic"),
    day("DateTaken"),
    flag("HasFollowupPlan"),
    flag("IsIneligible"),
    prose("Documentation"),
    flag("ChildGotNutrition"),
    flag("ChildGotPhysCouns"),
    word("WeightCode"),
    word("HeightExamCode", 30),
    word("WeightExamCode", 30),
    word("BMIExamCode", 30),
    num("EhrNotPerformedNum"),
    num("PregDiseaseNum", "disease.DiseaseNum"),
    whole("BMIPercentile"),
    whole("Pulse"),
)

ehrpatient = table(
    "ehrpatient",
    key("PatNum"),
    word("MotherMaidenFname"),
    word("MotherMaidenLname"),
    code("VacShareOk", YES_NO_UNKNOWN),
    word("MedicaidState", 50),
    word("SexualOrientation"),
    word("GenderIdentity"),
    word("SexualOrientationNote"),
    word("GenderIdentityNote"),
    moment("DischargeDate"),
)
"""A patient gets a row here only when needed."""
