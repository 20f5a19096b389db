"""The API's facts in this checkout, and their comparison with a declaration."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.wire.catalog import RESOURCES, endpoints
from app.wire.endpoint import Endpoint
from tests.wire.pages import with_pages

CONTRACT = Path(__file__).parents[2].parent / "shared" / "contract"
LATER = CONTRACT / "since-25.1"
"""What the API gained after the contract; what is only named somewhere ("low") doesn't count."""
TRANSCRIBED = "26.2"
"""The office whose pages were transcribed: a gain that is known from there alone is declared since that version."""
KEYS = {
    "AptNum": "appointment.AptNum",
    "ReportsTo": "employee.EmployeeNum",
    "AllowedFeeSched": "feesched.FeeSchedNum",
    "GenericNum": "medication.MedicationNum",
    "PayPlanNum": "payplan.PayPlanNum",
    "Guarantor": "patient.PatNum",
    "payNums": "payment.PayNum",
    "claimPaymentNums": "claimpayment.ClaimPaymentNum",
    "Category": "definition.DefNum",
}
"""What the keys among them refer to."""
IN_SOURCE = {"category": "26.2.1"}
"""Versions of fields that the note of their source states."""
EITHER = frozenset({"procNumsAndAmounts", "aptNum"})
"""Fields that were required until another one could take their place."""

needs_contract = pytest.mark.skipif(
    not CONTRACT.is_dir(), reason="the API's facts are not beside this checkout"
)

PYTHON_TYPES = {
    "int": int,
    "bool": bool,
    "string": str,
    "color": str,
    "decimal": Decimal,
    "date": datetime.date,
    "datetime": datetime.datetime,
    "time": datetime.time,
}


def facts_of(resource: str) -> dict[str, Any]:
    """One resource's file."""
    found: dict[str, Any] = json.loads(
        (CONTRACT / f"{resource}.json").read_text(encoding="utf-8"), parse_float=Decimal
    )
    return with_pages(_with_gains(found, LATER / f"{resource}.json"))


def _with_gains(found: dict[str, Any], file: Path) -> dict[str, Any]:
    """A resource's facts with its new methods, and the fields that older ones gained."""
    if not file.exists():
        return found
    later = json.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
    for method in filter(_counts, later["methods"]):
        keys = {place: [_with_key(each) for each in method[place]] for place in ("query", "body")}
        found["methods"].append({**method, **keys, "version": _since(method, method)})
    by_address = {(each["verb"], each["path"]): each for each in found["methods"]}
    for gained in filter(_counts, later["amended"]):
        method = by_address[gained["verb"], gained["path"]]
        for each in method["body"]:
            each["required"] = each.get("required") and each["name"] not in EITHER
        if method["returns"] == "none" and gained.get("response"):
            method["returns"] = "object"
        for place in ("query", "body", "response"):
            known = {each["name"] for each in method[place]}
            method[place] += [
                _known(each, gained) for each in gained.get(place, []) if each["name"].strip() not in known
            ]
    return _with_written_values(found)


def _with_written_values(found: dict[str, Any]) -> dict[str, Any]:
    """The facts where an answer may have every value that a request can write, later ones too."""
    written: dict[str, list[str]] = {}
    for each in (field for method in found["methods"] for field in method["body"]):
        written[each["name"]] = max(written.get(each["name"], []), each.get("values", []), key=len)
    for each in (field for method in found["methods"] for field in method["response"]):
        values, more = each.get("values", []), written.get(each["name"], [])
        if values and more[: len(values)] == values:
            each["values"] = more
    return found


def _known(field: dict[str, Any], gain: dict[str, Any]) -> dict[str, Any]:
    """A gained field, with the objects and keys that its description leaves out."""
    field = _with_key(field)
    if field["type"] == "object[]" and "fields" not in field:
        key = field["fk"].partition(".")[2]
        amount = {"name": "Amount", "type": "decimal"}
        field["fields"] = [{"name": key, "type": "int", "fk": field.pop("fk")}, amount]
    stated = {"version": IN_SOURCE.get(field["name"], field.get("version"))}
    return {**field, "version": _since(stated, gain)}


def _with_key(field: dict[str, Any]) -> dict[str, Any]:
    """A field of a gain, with what it refers to where its source leaves that out."""
    return {"fk": KEYS[field["name"]], **field} if field["name"] in KEYS else field


def _since(stated: dict[str, Any], gain: dict[str, Any]) -> str | None:
    """The version of a gain, without its source in parentheses."""
    version: str | None = stated.get("version")
    if version is None:
        return None if _is_official(gain) else TRANSCRIBED
    return version.partition(" ")[0]


def _is_official(gain: dict[str, Any]) -> bool:
    return bool(gain["confidence"].startswith("high"))


def _counts(gain: dict[str, Any]) -> bool:
    return not gain["confidence"].startswith("low")


def documented_methods() -> Iterator[tuple[str, dict[str, Any]]]:
    """All documented methods of the declared resources, with their resources' names."""
    if not CONTRACT.is_dir():
        return
    for resource in RESOURCES:
        for method in facts_of(resource.__name__)["methods"]:
            yield resource.__name__, method


def declared(resource: str, method: dict[str, Any]) -> Endpoint:
    """The declaration of a documented method."""
    same = [
        each
        for each in endpoints()
        if each.name.startswith(f"{resource}.") and (each.verb, each.path) == (method["verb"], method["path"])
    ]
    assert len(same) == 1, f"{resource} {method['name']} is declared {len(same)} times"
    return same[0]


def title(resource: str, method: dict[str, Any], example: dict[str, Any] | None = None) -> str:
    """The name of a documented method, or of its example, in a failure."""
    return f"{resource} {method['name']} {example['request'] if example else ''}".strip()
