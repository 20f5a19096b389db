"""Successful calls on the tiny office: fees, codes, plans, users, reports."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from tests.practice.office_catalog import DISCOUNTS, FRONT_DESK, LOCAL_FEES

SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "ClockEvents.get": {"ClockEventNum": 1},
        "CodeGroups.create": {"GroupName": "Sealants"},
        "CodeGroups.delete": {"CodeGroupNum": 2},
        "CodeGroups.get": {"CodeGroupNum": 1},
        "CodeGroups.update": {"CodeGroupNum": 1, "ProcCodes": "D0120"},
        "CovCats.get": {"CovCatNum": 1},
        "CovCats.create": {"Description": "Implants"},
        "CovCats.update": {"CovCatNum": 2, "DefaultPercent": 80},
        "CovSpans.get": {"CovSpanNum": 1},
        "CovSpans.create": {"CovCatNum": 2, "FromCode": "D1400", "ToCode": "D1499"},
        "CovSpans.update": {"CovSpanNum": 3, "ToCode": "D1499"},
        "CovSpans.delete": {"CovSpanNum": 2},
        "Deposits.get": {"DepositNum": 1},
        "Deposits.create": {"Memo": "x"},
        "Deposits.update": {"DepositNum": 1, "Batch": "7"},
        "Deposits.delete": {"DepositNum": 1},
        "DiscountPlanSubs.get": {"PatNum": 3},
        "DiscountPlanSubs.create": {"DiscountPlanNum": 1, "PatNum": 1},
        "DiscountPlanSubs.update": {"DiscountSubNum": 1, "PatNum": 3, "SubNote": "x"},
        "DiscountPlanSubs.delete": {"DiscountSubNum": 1},
        "DiscountPlans.get": {"DiscountPlanNum": 1},
        "DiscountPlans.create": {"Description": "x", "FeeSchedNum": 2, "DefNum": DISCOUNTS},
        "DiscountPlans.update": {"DiscountPlanNum": 1, "IsHidden": True},
        "AppointmentTypes.get": {"AppointmentTypeNum": 1},
        "AppointmentTypes.create": {"AppointmentTypeName": "Crown", "CodeStr": "D2750", "Pattern": "//XX//"},
        "AppointmentTypes.update": {"AppointmentTypeNum": 1, "IsHidden": True},
        "AppointmentTypes.delete": {"AppointmentTypeNum": 2},
        "Definitions.get": {"DefNum": DISCOUNTS},
        "Definitions.update": {"DefNum": DISCOUNTS, "ItemOrder": 3, "ItemColor": "10,20,30"},
        "Employees.get": {"EmployeeNum": 1},
        "Employees.create": {"LName": "Park", "FName": "Jo", "ReportsTo": 1},
        "Employees.update": {"EmployeeNum": 2, "PayrollID": "17"},
        "Employers.get": {"EmployerNum": 1},
        "Employers.create": {"EmpName": "x"},
        "Employers.update": {"EmployerNum": 1, "EmpName": "x"},
        "Employers.delete": {"EmployerNum": 2},
        "FeeScheds.create": {"Description": "x", "FeeSchedType": "Normal"},
        "FeeScheds.update": {"FeeSchedNum": 1, "Description": "x"},
        "Fees.get": {"FeeNum": 10},
        "Fees.create": {"Amount": "99.99", "FeeSched": LOCAL_FEES, "CodeNum": 3, "ClinicNum": 2},
        "Fees.update": {"FeeNum": 10, "Amount": "79.99"},
        "Fees.delete": {"FeeNum": 10},
        "ProcedureCodes.get": {"CodeNum": 1},
        "ProcedureCodes.create": {"ProcCode": "G0140", "Descript": "x", "AbbrDesc": "x", "ProcCat": 12},
        "ProcedureCodes.update": {"CodeNum": 1, "LaymanTerm": "x"},
        "SubstitutionLinks.list": {"PlanNum": 9},
        "SubstitutionLinks.create": {
            "PlanNum": 9, "CodeNum": 2, "SubstitutionCode": "D2750", "SubstOnlyIf": "Molar",
        },
        "SubstitutionLinks.update": {"SubstitutionLinkNum": 1, "SubstOnlyIf": "Never"},
        "SubstitutionLinks.delete": {"SubstitutionLinkNum": 1},
        "Userods.create": {"UserName": "Sally", "UserGroupNum": FRONT_DESK, "Password": "My1password"},
        "Userods.update": {"UserNum": 1, "ClinicNum": 2},
    }
)  # fmt: skip
