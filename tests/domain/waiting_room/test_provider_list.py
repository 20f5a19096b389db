"""A provider's task list is found by its name, and never another's."""

from __future__ import annotations

import pytest

from app.domain.tasks.find_lists import NamedList
from app.domain.waiting_room.provider_list import ProviderName, list_of

LISTS = tuple(
    NamedList(number, path)
    for number, path in enumerate(
        [
            ("Front desk",),
            ("Front desk", "Lee's patients to call"),
            ("Leeward clinic",),
            ("Doctors", "Dr. Okonkwo"),
            ("DrMarrow's inbox",),
            ("HYG-A",),
            ("Núñez",),
        ],
        1,
    )
)


@pytest.mark.parametrize(
    ("abbr", "last", "number"),
    [
        ("LEE", "Lee", 2),
        ("OKON", "Okonkwo", 4),
        ("MARR", "Marrow", 5),
        ("HYG-A", "Alvarez", 6),
        ("HYG-B", "Brandt", None),
        ("HYG", "Cho", 6),
        ("NUN", "Nunez", 7),
        ("", "", None),
        ("DR", "", 4),
    ],
)
def test_by_abbreviation_or_last_name(abbr: str, last: str, number: int | None) -> None:
    """Whole words, without case and accents; "Dr" may be written with the name. "Leeward" is not Lee."""
    found = list_of(ProviderName(abbr, last), LISTS)
    assert (found and found.list_num) == number
