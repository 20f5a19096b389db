"""What the official pages of 25.3 say and the facts beside this checkout leave out, found by comparing both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Field = dict[str, Any]

FROM_PAGES: Mapping[tuple[str, str], Mapping[str, tuple[Field, ...]]] = {
    ("GET", "/commlogs"): {"query": ({"name": "PatNum", "required": False},)},
    ("GET", "/sheetfields"): {"query": ({"name": "SheetNum", "required": False},)},
    ("GET", "/refattaches"): {
        "query": ({"name": "ReferralNum", "type": "int", "version": "25.2.10", "fk": "referral.ReferralNum"},)
    },
}
"""By verb and path, then `query` or `body`: fields that a method has too, or what the facts say otherwise of one."""


def with_pages(facts: dict[str, Any]) -> dict[str, Any]:
    """One resource's facts with what the pages say besides."""
    for method in facts["methods"]:
        for place, fields in FROM_PAGES.get((method["verb"], method["path"]), {}).items():
            for field in fields:
                _add(method[place], field)
    return facts


def _add(known: list[Field], field: Field) -> None:
    same = next((each for each in known if each["name"] == field["name"]), None)
    if same is None:
        known.append(dict(field))
    else:
        same.update(field)
