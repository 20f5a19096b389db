"""Rows of the tiny office: code groups, plans, categories, users, the time clock."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

LOCAL_FEES, GROUPED_FEES = 3, 4
"""Fee schedules with fees of single clinics; the second has those of clinic 2 in a group."""
DISCOUNTS = 10
"""The adjustment type of discount plans."""
ADMINS, FRONT_DESK, CENTRAL = 1, 2, 3
"""User groups."""


def _clocked(number: int, start: str, stop: str, status: int, **more: Any) -> dict[str, Any]:
    row = {"ClockEventNum": number, "EmployeeNum": 1, "TimeEntered1": start, "TimeDisplayed1": start}
    spans = dict.fromkeys(("OTimeHours", "Rate2Hours", "Rate3Hours"), "-01:00:00")
    return {**row, "TimeEntered2": stop, "TimeDisplayed2": stop, "ClockStatus": status, **spans, **more}


ROWS: Mapping[str, tuple[Mapping[str, Any], ...]] = MappingProxyType(
    {
        "definition": (
            {"DefNum": DISCOUNTS, "Category": 1, "ItemName": "Discount plan", "ItemValue": "dp", "ItemOrder": 0},
            {"DefNum": 11, "Category": 1, "ItemName": "Finance charge", "ItemValue": "+", "ItemOrder": 1},
            {"DefNum": 12, "Category": 11, "ItemName": "Exams", "ItemOrder": 0},
            {"DefNum": 13, "Category": 11, "ItemName": "Cleanings", "ItemOrder": 1},
            {"DefNum": 14, "Category": 48, "ItemName": "Checking", "ItemOrder": 0},
        ),
        "feesched": (
            {"FeeSchedNum": LOCAL_FEES, "Description": "By clinic", "ItemOrder": 5},
            {"FeeSchedNum": GROUPED_FEES, "Description": "By region", "ItemOrder": 6, "IsHidden": 1},
            {"FeeSchedNum": 5, "Description": "Everywhere", "ItemOrder": 7, "IsGlobal": 1},
        ),
        "fee": (
            {"FeeNum": 10, "CodeNum": 1, "FeeSched": LOCAL_FEES, "Amount": 60.0},
            {"FeeNum": 11, "CodeNum": 1, "FeeSched": LOCAL_FEES, "ClinicNum": 1, "Amount": 61.0},
            {"FeeNum": 12, "CodeNum": 1, "FeeSched": LOCAL_FEES, "ProvNum": 1, "Amount": 62.0},
            {"FeeNum": 13, "CodeNum": 1, "FeeSched": LOCAL_FEES, "ProvNum": 1, "ClinicNum": 1, "Amount": 63.0},
            {"FeeNum": 14, "CodeNum": 1, "FeeSched": GROUPED_FEES, "ClinicNum": 2, "Amount": 70.0},
        ),
        "feeschedgroup": ({"FeeSchedGroupNum": 1, "FeeSchedNum": GROUPED_FEES, "ClinicNums": "2,12"},),
        "codegroup": (
            {"CodeGroupNum": 1, "GroupName": "Exams", "ProcCodes": "D0120,D0150", "ItemOrder": 1},
            {"CodeGroupNum": 2, "GroupName": "Fluoride", "ProcCodes": "D1206", "ItemOrder": 0, "CodeGroupFixed": 8},
        ),
        "discountplan": (
            {"DiscountPlanNum": 1, "Description": "Members", "FeeSchedNum": 2, "DefNum": DISCOUNTS, "AnnualMax": 500.0},
            {"DiscountPlanNum": 2, "Description": "Old members", "FeeSchedNum": 2, "DefNum": DISCOUNTS, "IsHidden": 1},
        ),
        "discountplansub": (
            {"DiscountSubNum": 1, "DiscountPlanNum": 1, "PatNum": 3, "DateEffective": "2026-01-01"},
            {"DiscountSubNum": 2, "DiscountPlanNum": 1, "PatNum": 4},
        ),
        "substitutionlink": (
            {"SubstitutionLinkNum": 1, "PlanNum": 9, "CodeNum": 9, "SubstitutionCode": "D2392", "SubstOnlyIf": 1},
        ),
        "covcat": (
            {"CovCatNum": 1, "Description": "General", "DefaultPercent": -1, "CovOrder": 0, "EbenefitCat": 1},
            {"CovCatNum": 2, "Description": "Preventive", "DefaultPercent": 100, "CovOrder": 1, "EbenefitCat": 12},
        ),
        "covspan": (
            {"CovSpanNum": 1, "CovCatNum": 1, "FromCode": "D0000", "ToCode": "D7999"},
            {"CovSpanNum": 2, "CovCatNum": 1, "FromCode": "D9000", "ToCode": "D9999"},
            {"CovSpanNum": 3, "CovCatNum": 2, "FromCode": "D1000", "ToCode": "D1999"},
        ),
        "deposit": (
            {"DepositNum": 1, "DateDeposit": "2026-11-20", "Memo": "Friday"},
            {"DepositNum": 2, "DateDeposit": "2026-11-13", "Memo": "The week before"},
        ),
        "usergroup": (
            {"UserGroupNum": ADMINS, "Description": "Admin"},
            {"UserGroupNum": FRONT_DESK, "Description": "Front desk"},
            {"UserGroupNum": CENTRAL, "Description": "Central", "UserGroupNumCEMT": 3},
        ),
        "userod": (
            {"UserNum": 1, "UserName": "Fay", "EmployeeNum": 1, "ClinicNum": 1},
            {"UserNum": 2, "UserName": "DrDoc", "ProvNum": 1},
            {"UserNum": 3, "UserName": "Gone", "IsHidden": 1},
            {"UserNum": 4, "UserName": "Central", "UserNumCEMT": 8},
        ),
        "usergroupattach": (
            {"UserGroupAttachNum": 1, "UserNum": 1, "UserGroupNum": FRONT_DESK},
            {"UserGroupAttachNum": 2, "UserNum": 2, "UserGroupNum": FRONT_DESK},
            {"UserGroupAttachNum": 3, "UserNum": 2, "UserGroupNum": ADMINS},
        ),
        "emailaddress": ({"EmailAddressNum": 1, "UserNum": 1, "EmailUsername": "fay@example.com"},),
        "employee": ({"EmployeeNum": 2, "LName": "Lee", "FName": "Max", "ReportsTo": 1},),
        "employer": ({"EmployerNum": 2, "EmpName": "Boat works"},),
        "clockevent": (
            _clocked(1, "2026-11-20 08:00:00", "2026-11-20 12:00:00", 1, ClinicNum=1),
            _clocked(2, "2026-11-20 13:00:00", "2026-11-20 17:00:00", 0, ClinicNum=1),
            _clocked(3, "2026-11-23 08:00:00", "0001-01-01 00:00:00", 0, ClinicNum=2),
        ),
        "payperiod": (
            {"PayPeriodNum": 1, "DateStart": "2026-11-16", "DateStop": "2026-11-29", "DatePaycheck": "2026-12-04"},
        ),
        "computer": (
            {"ComputerNum": 1, "CompName": "FRONT1", "LastHeartBeat": "2026-11-23 11:58:00"},
            {"ComputerNum": 2, "CompName": "OLDPC"},
        ),
    }
)  # fmt: skip
