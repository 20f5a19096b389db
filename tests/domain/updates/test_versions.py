"""The order of versions."""

from __future__ import annotations

import pytest

from app.core.version import VERSION
from app.domain.updates.versions import NotAVersion, Version


def test_numbers_are_compared_as_numbers() -> None:
    """0.10.0 is newer than 0.9.9, and 1.0.0 than both."""
    written = ["1.0.0", "0.9.9", "0.10.0", "0.1.10", "0.1.9"]
    assert [str(each) for each in sorted(map(Version.of, written))] == [
        "0.1.9",
        "0.1.10",
        "0.9.9",
        "0.10.0",
        "1.0.0",
    ]


def test_the_programs_own_version_is_one() -> None:
    """What is built can be compared."""
    assert str(Version.of(VERSION)) == VERSION


@pytest.mark.parametrize(
    "text",
    ["", "1", "1.0", "1.0.0.0", "01.0.0", "1.0.0 ", "1.0.0\n", "v1.0.0", "1.0.-1", "१.0.0", "9" * 9 + ".0.0"],
)
def test_each_version_has_one_spelling(text: str) -> None:
    """Anything else is no version: two spellings of one would get past the order."""
    with pytest.raises(NotAVersion):
        Version.of(text)
