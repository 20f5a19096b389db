"""A successful call of each chart method on the tiny office."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tests.practice import office
from tests.practice import office_clinical as charts

_ANN = {"PatNum": office.ANN}

SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "Allergies.list": _ANN,
        "Allergies.create": {**_ANN, "defDescription": "Ibuprofen", "Reaction": "Hives"},
        "Allergies.update": {"AllergyNum": 1, "Reaction": "Hives"},
        "Allergies.delete": {"AllergyNum": 1},
        "AllergyDefs.get": {"AllergyDefNum": charts.LATEX},
        "AllergyDefs.create": {"Description": "Bee stings"},
        "AllergyDefs.update": {"AllergyDefNum": charts.LATEX, "Description": "Latex gloves"},
        "ChartModules.prog_notes": _ANN,
        "ChartModules.patient_info": _ANN,
        "ChartModules.planned_appts": {"PatNum": office.BEN},
        "Diseases.get": {"DiseaseNum": 1},
        "Diseases.list": _ANN,
        "Diseases.create": {**_ANN, "diseaseDefName": "Anemia"},
        "Diseases.update": {"DiseaseNum": 1, "ProbStatus": "Resolved"},
        "Diseases.delete": {"DiseaseNum": 1},
        "DiseaseDefs.get": {"DiseaseDefNum": charts.DIABETES},
        "DiseaseDefs.create": {"DiseaseName": "Anemia"},
        "EhrPatients.get": _ANN,
        "EhrPatients.update": {**_ANN, "DischargeDate": "2026-02-03"},
        "LabCases.get": {"LabCaseNum": 1},
        "LabCases.create": {
            **_ANN,
            "LaboratoryNum": charts.LAB,
            "ProvNum": office.DOC,
            "AptNum": office.VISIT,
        },
        "LabCases.update": {"LabCaseNum": 1, "LabFee": "17.50"},
        "LabCases.delete": {"LabCaseNum": 1},
        "LabTurnarounds.get": {"LabTurnaroundNum": 1},
        "LabTurnarounds.create": {"LaboratoryNum": charts.LAB, "Description": "Denture", "DaysActual": 12},
        "LabTurnarounds.update": {"LabTurnaroundNum": 1, "DaysActual": 8},
        "Laboratories.get": {"LaboratoryNum": charts.LAB},
        "Laboratories.create": {"Description": "Sea Ceramics", "State": "OR", "Zip": "97301"},
        "Laboratories.update": {"LaboratoryNum": charts.LAB, "Notes": "Implants"},
        "MedicationPats.get": {"MedicationPatNum": 1},
        "MedicationPats.list": _ANN,
        "MedicationPats.create": {**_ANN, "medName": "Warfarin", "ProvNum": office.DOC},
        "MedicationPats.update": {"MedicationPatNum": 1, "DateStop": "2026-11-01"},
        "MedicationPats.delete": {"MedicationPatNum": 1},
        "Medications.get": {"MedicationNum": 1},
        "Medications.create": {"MedName": "Coumadin", "genericName": "Metformin"},
        "Medications.update": {"MedicationNum": 1, "IsHidden": True},
        "Medications.delete": {"MedicationNum": charts.UNUSED_DRUG},
        "PerioExams.get": {"PerioExamNum": 1},
        "PerioExams.create": {**_ANN, "UpperFacial": "323b"},
        "PerioExams.update": {"PerioExamNum": 1, "Note": "Better"},
        "PerioExams.delete": {"PerioExamNum": 1},
        "PerioMeasures.list": {"PerioExamNum": 1},
        "PerioMeasures.create": {"PerioExamNum": 1, "SequenceType": "Probing", "IntTooth": 9, "Bvalue": 3},
        "PerioMeasures.update": {"PerioMeasureNum": charts.PROBED, "Bvalue": 4},
        "PerioMeasures.delete": {"PerioMeasureNum": charts.LOOSE},
        "Pharmacies.get": {"PharmacyNum": 1},
        "ProcNotes.list": _ANN,
        "ProcNotes.create": {**_ANN, "ProcNum": 3, "Note": "No pain"},
        "ProcTPs.list": {"TreatPlanNum": charts.SAVED_PLAN},
        "ProcTPs.update": {"ProcTPNum": 1, "Discount": "17.00"},
        "ProcTPs.delete": {"ProcTPNum": 1},
        "RxPats.get": {"RxNum": 1},
        "RxPats.list": _ANN,
        "ToothInitials.list": _ANN,
        "ToothInitials.create": {**_ANN, "ToothNum": "17", "InitialType": "Hidden"},
        "ToothInitials.delete": {"ToothInitialNum": charts.MISSING},
        "TreatPlanAttaches.list": {"TreatPlanNum": charts.ACTIVE_PLAN},
        "TreatPlanAttaches.create": {"TreatPlanNum": charts.ACTIVE_PLAN, "ProcNum": 5, "Priority": 81},
        "TreatPlanAttaches.update": {"TreatPlanAttachNum": 1, "Priority": 81},
        "TreatPlans.list": _ANN,
        "TreatPlans.create": {**_ANN, "Heading": "Fillings"},
        "TreatPlans.create_saved": {"TreatPlanNum": charts.ACTIVE_PLAN, "Heading": "Saved plan"},
        "TreatPlans.update": {"TreatPlanNum": charts.SAVED_PLAN, "isSigned": True},
        "TreatPlans.delete": {"TreatPlanNum": charts.SAVED_PLAN},
        "Vitalsigns.get": {"VitalsignNum": 1},
        "Vitalsigns.list": _ANN,
        "Vitalsigns.create": {**_ANN, "Height": "65.5", "Pulse": 70},
        "Vitalsigns.update": {"VitalsignNum": 1, "Pulse": 72},
        "Vitalsigns.delete": {"VitalsignNum": 1},
    }
)
