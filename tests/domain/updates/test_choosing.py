"""Which version a PC gets."""

from __future__ import annotations

import pytest

from app.domain.updates.choosing import Verdict, choose
from app.domain.updates.manifest import Release, parse
from app.domain.updates.versions import Version
from tests.support.updates.source import manifest_of, release

PC = "0" * 32


@pytest.mark.parametrize(
    ("releases", "verdict", "about"),
    [
        ([release("0.2.0")], Verdict.NEWER, "0.2.0"),
        ([release("0.2.0"), release("0.3.0")], Verdict.NEWER, "0.3.0"),
        ([release("0.1.0")], Verdict.CURRENT, "0.1.0"),
        ([release("0.0.9")], Verdict.OLDER, "0.0.9"),
        ([release("0.0.9"), release("0.1.0")], Verdict.CURRENT, "0.1.0"),
        ([release("0.2.0", percent=0)], Verdict.LATER, "0.2.0"),
        ([release("0.3.0", percent=0), release("0.2.0")], Verdict.NEWER, "0.2.0"),
        ([release("0.3.0", minimum="0.2.0")], Verdict.TOO_FAR, "0.3.0"),
        ([release("0.3.0", minimum="0.2.0"), release("0.2.0")], Verdict.NEWER, "0.2.0"),
        ([release("0.2.0", minimum="0.1.0")], Verdict.NEWER, "0.2.0"),
    ],
)
def test_the_newest_version_that_is_for_this_pc(
    releases: list[Release], verdict: Verdict, about: str
) -> None:
    """Version 0.1.0 gets a newer one that it can be updated to and whose stage it is in, and never an older one."""
    choice = choose(parse(manifest_of(*releases)), Version(0, 1, 0), PC)
    assert (choice.verdict, str(choice.release.version)) == (verdict, about)
    assert (choice.offer is not None) is (verdict is Verdict.NEWER)
