"""The tiny office's recalls, tasks, popups, patient fields, relationships, referrals and note templates."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

TODAY = datetime.date(2026, 11, 23)
ANN, BEN, CARA, EVE = 1, 2, 3, 6
AUTHOR, READER, OTHER_READER = 31, 32, 33
"""UserNums: who writes tasks, who follows the front desk's list, who follows one task."""
PROPHY, PERIO, BITEWINGS = 1, 2, 3
"""RecallTypeNums."""
SIX_MONTHS, A_YEAR = 6 << 16 | 1, 1 << 24
DESK, CALLS, OLD_LIST = 1, 2, 3
"""TaskListNums: the front desk's, one within it, an archived one."""
CALL_BACK, ORDER, FINISHED = 1, 2, 3
"""TaskNums."""
LATEX, INSURED, CARE_CREDIT, HIDDEN_FIELD, CHECKED, SINCE, OWED = range(1, 8)
"""PatFieldDefNums."""
DENTIST, AD, PATIENT_SOURCE = 1, 2, 3
"""ReferralNums."""
URGENT, NORMAL, SURGERY, NOTES = 133, 134, 135, 141
"""DefNums."""


def _definition(number: int, category: int, name: str, value: str = "") -> dict[str, Any]:
    return {"DefNum": number, "Category": category, "ItemName": name, "ItemValue": value, "ItemOrder": number}


def _field(number: int, name: str, kind: int, hidden: int = 0) -> dict[str, Any]:
    return {
        "PatFieldDefNum": number,
        "FieldName": name,
        "FieldType": kind,
        "IsHidden": hidden,
        "ItemOrder": number,
    }


def _task(number: int, list_num: int, words: str, status: int, **more: Any) -> dict[str, Any]:
    at = f"{TODAY} 09:00:00"
    row = {"TaskNum": number, "TaskListNum": list_num, "Descript": words, "TaskStatus": status}
    return {
        **row,
        "UserNum": AUTHOR,
        "DateTimeEntry": at,
        "DateTimeOriginal": at,
        "PriorityDefNum": NORMAL,
        **more,
    }


ROWS: dict[str, tuple[Mapping[str, Any], ...]] = {
    "definition": (
        _definition(URGENT, 33, "Urgent", "R"),
        _definition(NORMAL, 33, "Normal", "D"),
        _definition(SURGERY, 35, "Surgery"),
        _definition(NOTES, 41, "Restorative"),
        _definition(53, 27, "Recall", "RECALL"),
        _definition(31, 13, "Left message"),
    ),
    "preference": (
        {"PrefName": "RecallTypeSpecialProphy", "ValueString": str(PROPHY)},
        {"PrefName": "RecallTypeSpecialPerio", "ValueString": str(PERIO)},
        {"PrefName": "RecallTypesShowingInList", "ValueString": f"{PROPHY},{PERIO}"},
        {"PrefName": "RecallDaysPast", "ValueString": "365"},
        {"PrefName": "RecallDaysFuture", "ValueString": "30"},
        {"PrefName": "WebSchedAsapTextTemplate", "ValueString": ""},
        {"PrefName": "PracticeTitle", "ValueString": "Salem Dental"},
    ),
    "userod": (
        {"UserNum": AUTHOR, "UserName": "Fay"},
        {"UserNum": READER, "UserName": "Gus"},
        {"UserNum": OTHER_READER, "UserName": "Hal"},
    ),
    "recalltype": (
        {"RecallTypeNum": PROPHY, "Description": "Prophy", "DefaultInterval": SIX_MONTHS, "TimePattern": "/XXXX/",
         "Procedures": "D1110"},
        {"RecallTypeNum": PERIO, "Description": "Perio", "DefaultInterval": 4 << 16, "Procedures": "D4341"},
        {"RecallTypeNum": BITEWINGS, "Description": "4BW", "DefaultInterval": A_YEAR, "AppendToSpecial": 1},
    ),
    "recalltrigger": (
        {"RecallTypeNum": PROPHY, "CodeNum": 3},
        {"RecallTypeNum": PERIO, "CodeNum": 7},
        {"RecallTypeNum": BITEWINGS, "CodeNum": 1},
    ),
    "recall": (
        # The first two were set manually, as after a change of software; the last follows its procedure.
        {"RecallNum": 1, "PatNum": ANN, "RecallTypeNum": PROPHY, "RecallInterval": SIX_MONTHS,
         "DateDue": "2026-11-02", "RecallStatus": 30},
        {"RecallNum": 2, "PatNum": CARA, "RecallTypeNum": PERIO, "RecallInterval": 4 << 16,
         "DateDue": "2026-10-01", "Note": "Mornings"},
        {"RecallNum": 3, "PatNum": EVE, "RecallTypeNum": PROPHY, "RecallInterval": SIX_MONTHS,
         "DateDueCalc": "2026-11-02", "DateDue": "2026-11-02", "DatePrevious": "2026-05-01"},
    ),
    "procedurelog": (
        {"ProcNum": 8, "PatNum": EVE, "CodeNum": 3, "ProcStatus": 2, "ProcDate": "2026-05-01", "ProvNum": 2},
    ),
    "tasklist": (
        {"TaskListNum": DESK, "Descript": "Front desk", "DateTimeEntry": "2026-01-02 08:00:00"},
        {"TaskListNum": CALLS, "Descript": "Calls", "Parent": DESK, "ObjectType": 1},
        {"TaskListNum": OLD_LIST, "Descript": "Old", "TaskListStatus": 1},
    ),
    "tasksubscription": (
        {"UserNum": READER, "TaskListNum": DESK},
        {"UserNum": AUTHOR, "TaskListNum": CALLS},
        {"UserNum": OTHER_READER, "TaskNum": CALL_BACK},
    ),
    "task": (
        _task(CALL_BACK, CALLS, "Call back", 0, KeyNum=ANN, ObjectType=1),
        _task(ORDER, DESK, "Order gloves", 1, DateTimeOriginal="2026-11-01 09:00:00"),
        _task(FINISHED, DESK, "Scan the card", 2, DateTimeFinished=f"{TODAY} 10:00:00"),
    ),
    "taskancestor": (
        {"TaskNum": CALL_BACK, "TaskListNum": CALLS},
        {"TaskNum": CALL_BACK, "TaskListNum": DESK},
        {"TaskNum": ORDER, "TaskListNum": DESK},
        {"TaskNum": FINISHED, "TaskListNum": DESK},
    ),
    "tasknote": (
        {"TaskNoteNum": 1, "TaskNum": CALL_BACK, "UserNum": AUTHOR, "DateTimeNote": f"{TODAY} 09:30:00",
         "Note": "No answer"},
    ),
    "popup": (
        {"PopupNum": 1, "PatNum": ANN, "Description": "Ask for the form", "PopupLevel": 0},
        {"PopupNum": 2, "PatNum": ANN, "Description": "Ask for the balance", "PopupLevel": 1,
         "DateTimeDisabled": "2026-11-20 08:05:00"},
        {"PopupNum": 3, "PatNum": ANN, "Description": "Older words", "IsArchived": 1, "PopupNumArchive": 1},
        {"PopupNum": 4, "PatNum": CARA, "Description": "All of them", "PopupLevel": 2},
    ),
    "patfielddef": (
        _field(LATEX, "Latex", 0),
        _field(INSURED, "Ins Verified", 1),
        _field(CARE_CREDIT, "CareCredit", 6),
        _field(HIDDEN_FIELD, "Old field", 0, hidden=1),
        _field(CHECKED, "Over 18", 3),
        _field(SINCE, "Member since", 2),
        _field(OWED, "Deposit", 4),
    ),
    "patfieldpickitem": (
        {"PatFieldDefNum": INSURED, "Name": "Yes", "ItemOrder": 0},
        {"PatFieldDefNum": INSURED, "Name": "No", "ItemOrder": 1},
    ),
    "patfield": (
        {"PatFieldNum": 1, "PatNum": ANN, "FieldName": "Ins Verified", "FieldValue": "Yes",
         "SecDateEntry": "2026-02-03", "SecDateTEdit": "2026-11-01 10:00:00"},
        {"PatFieldNum": 2, "PatNum": BEN, "FieldName": "CareCredit", "FieldValue": "Pre-Approved"},
    ),
    "cdcrec": (
        {"CdcrecCode": "2106-3", "HeirarchicalCode": "R5", "Description": "WHITE"},
        {"CdcrecCode": "2186-5", "HeirarchicalCode": "E2", "Description": "NOT HISPANIC OR LATINO"},
    ),
    "patientrace": (
        {"PatNum": ANN, "CdcrecCode": "2106-3", "Race": -1},
        {"PatNum": ANN, "CdcrecCode": "2186-5", "Race": -1},
        {"PatNum": ANN, "CdcrecCode": "ASKU-ETHNICITY", "Race": -1},
    ),
    "patrestriction": ({"PatRestrictionNum": 1, "PatNum": BEN, "PatRestrictType": 1},),
    "guardian": ({"GuardianNum": 1, "PatNumChild": BEN, "PatNumGuardian": ANN, "Relationship": 1, "IsGuardian": 1},),
    "referral": (
        {"ReferralNum": DENTIST, "LName": "Moss", "FName": "Ida", "MName": "K", "Title": "DMD", "Specialty": SURGERY,
         "IsDoctor": 1, "IsPreferred": 1, "BusinessName": "Hill Surgery"},
        {"ReferralNum": AD, "LName": "Yellow pages", "NotPerson": 1, "IsHidden": 1},
        {"ReferralNum": PATIENT_SOURCE, "LName": "Diaz", "FName": "Cara", "PatNum": CARA},
    ),
    "refattach": (
        {"RefAttachNum": 1, "ReferralNum": DENTIST, "PatNum": ANN, "ItemOrder": 1, "RefType": 0, "ProvNum": 1,
         "RefDate": "2026-10-10"},
    ),
    "autonote": (
        {"AutoNoteNum": 1, "AutoNoteName": "Filling", "MainText": 'Numb: [Prompt:"Anesthetic"]\r\nDone.',
         "Category": NOTES},
        {"AutoNoteNum": 2, "AutoNoteName": "Call", "MainText": "Called."},
    ),
    "autonotecontrol": (
        {"AutoNoteControlNum": 1, "Descript": "Anesthetic", "ControlType": "OneResponse", "ControlLabel": "Which?",
         "ControlOptions": "Lidocaine\r\nArticaine"},
        {"AutoNoteControlNum": 2, "Descript": "Blood pressure", "ControlType": "Text", "ControlLabel": "BP"},
    ),
    "quickpastecat": (
        {"QuickPasteCatNum": 1, "Description": "Notes", "ItemOrder": 0, "DefaultForTypes": "3,27"},
        {"QuickPasteCatNum": 2, "Description": "Other", "ItemOrder": 1},
    ),
    "quickpastenote": (
        {"QuickPasteNoteNum": 1, "QuickPasteCatNum": 1, "ItemOrder": 1, "Note": "Called about:", "Abbreviation": "ab"},
        {"QuickPasteNoteNum": 2, "QuickPasteCatNum": 1, "ItemOrder": 0, "Note": "No answer.", "Abbreviation": "na"},
    ),
    "asapcomm": (
        {"AsapCommNum": 1, "FKey": 2, "FKeyType": 1, "PatNum": CARA, "ClinicNum": 1,
         "DateTimeEntry": f"{TODAY} 08:30:00", "SmsSendStatus": 3, "ResponseStatus": 2},
        {"AsapCommNum": 2, "FKey": 2, "FKeyType": 1, "PatNum": CARA, "ClinicNum": 1,
         "DateTimeEntry": "2026-11-10 08:30:00", "SmsSendStatus": 1},
    ),
}  # fmt: skip
