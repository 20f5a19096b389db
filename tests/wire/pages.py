"""What the official pages of 25.3 say and the facts beside this checkout leave out, found by comparing both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Field = dict[str, Any]

_PATIENT, _PROVIDER = {"fk": "patient.PatNum"}, {"fk": "provider.ProvNum"}
_STATUSES = ["TP", "C", "EO", "EC", "R", "Cn"]
FROM_PAGES: Mapping[tuple[str, str], Mapping[str, tuple[Field, ...]]] = {
    ("PUT", "/appointments/{AptNum}"): {
        "body": tuple(
            {"name": name, "type": "time", "version": "25.2.10"}
            for name in ("DateTimeArrived", "DateTimeSeated", "DateTimeDismissed")
        )
    },
    ("GET", "/commlogs"): {"query": ({"name": "PatNum", "required": False},)},
    ("GET", "/sheetfields"): {"query": ({"name": "SheetNum", "required": False},)},
    ("GET", "/refattaches"): {
        "query": ({"name": "ReferralNum", "type": "int", "version": "25.2.10", "fk": "referral.ReferralNum"},)
    },
    ("POST", "/payplans/Dynamic"): {
        "body": (
            {
                "name": "PlanCategory",
                "type": "int",
                "version": "25.3.31",
                "fk": "definition.DefNum",
                "rule": "definition of Category 47",
            },
        )
    },
    ("GET", "/procedurelogs"): {
        "query": (
            {"name": "ProcStatus", "type": "enum", "version": "25.2.21"},
            {"name": "CodeNum", "type": "int", "version": "25.2.21", "fk": "procedurecode.CodeNum"},
        )
    },
    ("POST", "/procedurelogs"): {
        "body": ({"name": "ProcStatus", "values": _STATUSES}, {"name": "procCode", "required": False})
    },
    ("PUT", "/procedurelogs/{ProcNum}"): {"body": ({"name": "ProcStatus", "values": _STATUSES},)},
    ("GET", "/procedurelogs/GroupNotes"): {
        "query": ({"name": "PatNum", "type": "int", "required": True, **_PATIENT},)
    },
    ("POST", "/procedurelogs/GroupNote"): {"body": ({"name": "ProvNum", **_PROVIDER},)},
    ("PUT", "/procedurelogs/{ProcNum}/GroupNote"): {
        "body": (
            {"name": "PatNum", **_PATIENT},
            {"name": "ProvNum", **_PROVIDER},
            {"name": "Note", "type": "string", "required": True},
        )
    },
}
"""By verb and path, then `query` or `body`: fields that a method has too, or what the facts say otherwise of one."""
TYPES: Mapping[str, Mapping[str, str]] = {
    "InsPlans": {"BillingType": "int"},
    "ProcedureLogs": {"Prognosis": "int", "SecDateEntry": "datetime"},
}
"""By resource, the types of fields that the pages' examples have otherwise than the facts."""


def with_pages(facts: dict[str, Any]) -> dict[str, Any]:
    """One resource's facts with what the pages say besides."""
    for method in facts["methods"]:
        for place, fields in FROM_PAGES.get((method["verb"], method["path"]), {}).items():
            for field in fields:
                _add(method[place], field)
        _retype(method, TYPES.get(facts["resource"], {}))
    return facts


def _add(known: list[Field], field: Field) -> None:
    same = next((each for each in known if each["name"] == field["name"]), None)
    if same is None:
        known.append(dict(field))
    else:
        same.update(field)


def _retype(method: dict[str, Any], types: Mapping[str, str]) -> None:
    for place in ("query", "body", "response"):
        for field in method[place]:
            field["type"] = types.get(field["name"], field["type"])
