"""Fields that older offices require."""

from __future__ import annotations

import pytest

from tests.practice import office
from tests.practice.conftest import Opener, good, refused

PLAN, PAYMENT = {"PlanNum": "1"}, {"PayNum": "1"}
PATIENT = {"PatNum": str(office.ANN)}


@pytest.mark.parametrize(
    ("path", "before", "since", "missing", "enough"),
    [
        ("/paysplits", "24.4.23", "24.4.24", "PatNum", PATIENT | PAYMENT),
        ("/paysplits", "24.4.23", "24.4.24", "PayNum", PATIENT | PAYMENT),
        ("/payments", "23.3.10", "23.3.11", "PatNum", PATIENT),
        ("/claims", "23.3.10", "23.3.11", "PatNum", PATIENT),
        ("/benefits", "23.2.61", "23.2.62", "PlanNum or PatPlanNum", PLAN),
        ("/patfields", "22.4.4", "22.4.5", "FieldName", PATIENT | {"FieldName": "Hobby"}),
        ("/diseases", "24.2.4", "24.2.5", "PatNum", PATIENT),
        ("/sheetfields", "25.2.2", "25.2.3", "SheetNum", {"SheetNum": "1"}),
        ("/commlogs", "25.1.12", "25.1.13", "PatNum", PATIENT),
    ],
)
async def test_what_an_older_office_requires(
    open_desk: Opener, path: str, before: str, since: str, missing: str, enough: dict[str, str]
) -> None:
    """It refuses a list without the field and says until which version; a newer one lists without."""
    rest = {name: value for name, value in enough.items() if name not in missing}
    old = open_desk(version=before)
    refused(await old.get(path, **rest), 400, f"{missing} is required before Open Dental {since}")
    assert (await old.get(path, **enough)).status_code in {200, 404}
    good(await open_desk(version=since).get(path, **rest))
