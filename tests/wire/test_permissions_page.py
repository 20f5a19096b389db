"""The permissions that methods need, against the page that names them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.wire.permissions_page import named_methods

CONFORMANCE = Path(__file__).parents[2] / "docs" / "conformance.md"


def test_the_named_methods(subtests: pytest.Subtests) -> None:
    """Whatever the page names is declared, and needs the permission that it names."""
    for name, permission, found in named_methods():
        with subtests.test(name):
            assert {each.needs for each in found} == {permission}


def test_the_page_on_conformance_counts_them() -> None:
    """The number in docs/conformance.md is that of the methods compared; none is counted twice."""
    (counted,) = re.findall(
        r"All (\d+) methods that the permissions page names", CONFORMANCE.read_text(encoding="utf-8")
    )
    compared = [each.name for _, _, found in named_methods() for each in found]
    assert int(counted) == len(compared) == len(set(compared))
