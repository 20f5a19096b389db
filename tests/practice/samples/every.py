"""A successful call of each method on the tiny office."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tests.practice import office
from tests.practice.samples import catalog, clinical, insurance, money, papers, people

TOMORROW = f"{office.TOMORROW} 09:00:00"
PROCEDURE = {"PatNum": office.ANN, "ProcDate": str(office.TODAY), "ProcStatus": "TP", "procCode": "D0120"}
WEB_SCHED = {"PatNum": office.CARA, "ProvNum": 1, "OpNum": 1, "defNumApptType": 70}
SFTP = {"SftpUsername": "me", "SftpPassword": "secret", "SftpAddress": "site/x.csv"}

SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "Appointments.get": {"AptNum": office.VISIT},
        "Appointments.list": {"date": str(office.TODAY)},
        "Appointments.asap": {"ClinicNum": 1},
        "Appointments.slots": {"date": str(office.TODAY), "ProvNum": 1},
        "Appointments.slots_web_sched": {"ClinicNum": 1, "defNumApptType": 71},
        "Appointments.create": {"PatNum": office.ANN, "Op": 1, "AptDateTime": TOMORROW},
        "Appointments.create_planned": {"PatNum": office.ANN, "procNums": [4]},
        "Appointments.schedule_planned": {"AptNum": office.PLANNED, "AptDateTime": TOMORROW, "ProvNum": 1, "Op": 1},
        "Appointments.create_web_sched": {
            **WEB_SCHED,
            "DateTimeStart": f"{office.TOMORROW} 08:00:00",
            "DateTimeEnd": f"{office.TOMORROW} 08:30:00",
        },
        "Appointments.update": {"AptNum": office.VISIT, "Op": 2, "Confirmed": office.SENT},
        "Appointments.break_": {"AptNum": office.VISIT, "sendToUnscheduledList": True},
        "Appointments.append_note": {"AptNum": office.VISIT, "Note": "x"},
        "Appointments.confirm": {"AptNum": office.VISIT, "defNum": office.CONFIRMED},
        "ApptFields.get": {"AptNum": office.VISIT, "FieldName": "Ride home"},
        "ApptFieldDefs.get": {"ApptFieldDefNum": 1},
        "ApptFieldDefs.update": {"ApptFieldDefNum": 1, "FieldType": "PickList", "PickList": "Yes\r\nNo"},
        "ApptFields.by_key": {"ApptFieldNum": 1},
        "ApptFields.create": {"AptNum": office.HYGIENE_VISIT, "FieldName": "Ride home", "FieldValue": "Bus"},
        "ApptFields.delete": {"ApptFieldNum": 1},
        "ApptFields.update": {"AptNum": office.VISIT, "FieldName": "Ride home", "FieldValue": "x"},
        "Clinics.update": {"ClinicNum": 1, "Abbr": "Quay"},
        "Commlogs.get": {"CommlogNum": 1},
        "Commlogs.list": {"PatNum": office.ANN},
        "Commlogs.create": {"PatNum": office.ANN, "Note": "x"},
        "Commlogs.update": {"CommlogNum": 1, "Note": "x"},
        "Definitions.create": {"ItemName": "x", "category": "PaymentTypes"},
        "Operatories.get": {"OperatoryNum": 1},
        "Patients.get": {"PatNum": office.ANN},
        "Patients.create": {"LName": "Mori", "FName": "Kenji"},
        "Patients.update": {"PatNum": office.ANN, "City": "Salem"},
        "ProcedureLogs.get": {"ProcNum": 1},
        "ProcedureLogs.list": {"PatNum": office.ANN},
        "ProcedureLogs.group_notes": {"PatNum": office.ANN},
        "ProcedureLogs.insurance_history": {"PatNum": office.BEN, "InsSubNum": 7},
        "ProcedureLogs.create": PROCEDURE,
        "ProcedureLogs.create_group_note": {"PatNum": office.ANN, "ProcNums": [4, 5], "Note": "x"},
        "ProcedureLogs.create_insurance_history": {
            "PatNum": office.BEN, "InsSubNum": 7, "insHistPrefName": "InsHistExamCodes", "ProcDate": "2025-01-02",
        },
        "ProcedureLogs.update": {"ProcNum": 1, "ProcFee": "60.00"},
        "ProcedureLogs.update_group_note": {"PatNum": office.ANN, "ProcNum": 9, "Note": "x"},
        "ProcedureLogs.update_group_note_by_body": {"PatNum": office.ANN, "ProcNum": 9, "Note": "x"},
        "ProcedureLogs.delete": {"ProcNum": 5},
        "ProcedureLogs.delete_group_note": {"ProcNum": 9},
        "Providers.get": {"ProvNum": 1},
        "Providers.create": {"Abbr": "NEW"},
        "Providers.update": {"ProvNum": 1, "Suffix": "DDS"},
        "Queries.create": {"SqlCommand": "SELECT 1", **SFTP},
        "Queries.short_query": {"SqlCommand": "SELECT PatNum FROM patient"},
        "Schedules.get": {"ScheduleNum": 1},
        "Signalods.list": {"SigDateTime": f"{office.YESTERDAY} 00:00:00"},
        **catalog.SAMPLES,
        **clinical.SAMPLES,
        **insurance.SAMPLES,
        **money.SAMPLES,
        **papers.SAMPLES,
        **people.SAMPLES,
    }
)  # fmt: skip
"""The arguments of each method; methods not listed here are called without arguments."""
