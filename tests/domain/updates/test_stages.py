"""Staged roll-out."""

from __future__ import annotations

from app.domain.updates.stages import in_stage
from app.domain.updates.versions import Version

PCS = [f"{number:032x}" for number in range(2000)]
NEW, NEWER = Version(0, 2, 0), Version(0, 3, 0)


def test_about_that_part_of_all_pcs_is_in_the_stage() -> None:
    """10 % of 2000 PCs are about 200; 0 % are none, and 100 % are all."""
    assert 150 < sum(in_stage(each, NEW, 10) for each in PCS) < 250
    assert not any(in_stage(each, NEW, 0) for each in PCS)
    assert all(in_stage(each, NEW, 100) for each in PCS)


def test_a_larger_stage_has_everybody_of_the_smaller_one() -> None:
    """Nobody who has the version is outside of its next stage."""
    assert all(in_stage(each, NEW, 25) for each in PCS if in_stage(each, NEW, 10))


def test_other_pcs_come_first_with_the_next_version() -> None:
    """It isn't always the same office that tries a new version."""
    first = {each for each in PCS if in_stage(each, NEW, 10)}
    assert len(first & {each for each in PCS if in_stage(each, NEWER, 10)}) < len(first) / 3
