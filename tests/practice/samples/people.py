"""A successful call of each method of recalls, tasks, patients' extras, referrals and note templates."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tests.practice import office_people as people

ANN, BEN, CARA = people.ANN, people.BEN, people.CARA
ABOUT_ANN = {"ObjectType": "Patient", "KeyNum": ANN}
MOTHER = {"PatNumChild": CARA, "PatNumGuardian": ANN, "Relationship": "Mother"}

SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "ApptFieldDefs.create": {"FieldName": "Temperature"},
        "AsapComms.get": {"AsapCommNum": 1},
        "AsapComms.create": {"op": 1, "aptNum": 2, "dateTimeStart": "2026-11-24 10:00:00"},
        "AutoNoteControls.create": {"Descript": "Side", "ControlType": "Text", "ControlLabel": "Which side?"},
        "AutoNoteControls.update": {"AutoNoteControlNum": 1, "ControlLabel": "Which one?"},
        "AutoNotes.create": {"AutoNoteName": "Exam", "MainText": "Examined."},
        "AutoNotes.update": {"AutoNoteNum": 1, "AutoNoteName": "Filling, short"},
        "Guardians.get": {"GuardianNum": 1},
        "Guardians.create": MOTHER,
        "Guardians.update": {"GuardianNum": 1, "Relationship": "Stepmother"},
        "Guardians.delete": {"GuardianNum": 1},
        "PatFieldDefs.create": {"FieldName": "Nickname", "FieldType": "Text"},
        "PatFieldDefs.update": {"PatFieldDefNum": people.LATEX, "IsHidden": True},
        "PatFieldDefs.delete": {"PatFieldDefNum": people.LATEX},
        "PatFields.get": {"PatFieldNum": 1},
        # Before 22.4.5 both are required to request the list.
        "PatFields.list": {"PatNum": ANN, "FieldName": "Ins Verified"},
        "PatFields.create": {"PatNum": CARA, "FieldName": "Latex", "FieldValue": "Nitrile gloves"},
        "PatFields.update": {"PatNum": ANN, "FieldName": "Ins Verified", "FieldValue": "No"},
        "PatFields.delete": {"PatFieldNum": 1},
        "PatRestrictions.get": {"PatRestrictionNum": 1},
        "PatRestrictions.create": {"PatNum": CARA, "PatRestrictType": "ApptSchedule"},
        "PatRestrictions.delete": {"PatRestrictionNum": 1},
        "PatientNotes.get": {"PatNum": ANN},
        "PatientNotes.update": {"PatNum": ANN, "Medical": "Asthma"},
        "PatientNotes.list": {},
        "PatientRaces.list": {"PatNum": ANN},
        "Popups.list": {"PatNum": ANN},
        "Popups.create": {"PatNum": ANN, "Description": "Sign the form"},
        "Popups.update": {"PopupNum": 1, "DateTimeDisabled": "2026-12-24 08:00:00"},
        "QuickPasteCats.get": {"QuickPasteCatNum": 1},
        "QuickPasteNotes.get": {"QuickPasteNoteNum": 1},
        "RecallTypes.get": {"RecallTypeNum": people.PROPHY},
        "Recalls.create": {"PatNum": BEN, "RecallTypeNum": people.PROPHY},
        "Recalls.update": {"RecallNum": 1, "Note": "Evenings"},
        "Recalls.set_status": {"PatNum": ANN, "recallType": "Prophy", "RecallStatus": 30},
        "Recalls.switch_type": {"PatNum": ANN},
        "RefAttaches.create": {"PatNum": ANN, "ReferralNum": people.DENTIST, "ReferralType": "RefTo"},
        "RefAttaches.update": {"RefAttachNum": 1, "RefToStatus": "Complete"},
        "RefAttaches.delete": {"RefAttachNum": 1},
        "Referrals.get": {"ReferralNum": people.DENTIST},
        "Referrals.create": {"LName": "Radio"},
        "Referrals.update": {"ReferralNum": people.DENTIST, "Note": "Out on Thursdays"},
        "TaskNotes.get": {"TaskNoteNum": 1},
        "TaskNotes.create": {"TaskNum": people.CALL_BACK, "UserNum": people.AUTHOR, "Note": "Tried again"},
        "TaskNotes.update": {"TaskNoteNum": 1, "Note": "Busy"},
        "Tasks.get": {"TaskNum": people.CALL_BACK},
        "Tasks.list": ABOUT_ANN,
        "Tasks.create": {
            "TaskListNum": people.CALLS, "Descript": "Call", "UserNum": people.AUTHOR, **ABOUT_ANN,
        },
        "Tasks.update": {"TaskNum": people.CALL_BACK, "Descript": "Call again", **ABOUT_ANN},
    }
)  # fmt: skip
