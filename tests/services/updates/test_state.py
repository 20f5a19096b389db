"""What a PC remembers about updates."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.updates.manifest import parse
from app.services.updates.state import Replayed, UpdateMemory
from tests.support.updates.source import manifest_of, release


def accept(memory: UpdateMemory, content: bytes) -> None:
    """Accept a manifest."""
    memory.accept(parse(content), content)


def test_an_older_manifest_is_refused_after_a_restart_too(tmp_path: Path) -> None:
    """The number of the newest manifest is on disk; the same manifest is accepted again."""
    newer = manifest_of(sequence=11)
    accept(UpdateMemory(tmp_path / "data" / "updates.json"), newer)
    memory = UpdateMemory(tmp_path / "data" / "updates.json")
    accept(memory, newer)
    with pytest.raises(Replayed):
        accept(memory, manifest_of(sequence=10))
    accept(memory, manifest_of(sequence=12))


def test_two_manifests_with_one_number_are_refused(tmp_path: Path) -> None:
    """The second one isn't used, although it is signed."""
    memory = UpdateMemory(tmp_path / "updates.json")
    accept(memory, manifest_of())
    with pytest.raises(Replayed):
        accept(memory, manifest_of(release("9.0.1")))


@pytest.mark.parametrize("content", [b"", b"{}", b'{"installation": "../x"}', b"\xff"])
def test_a_damaged_file_is_begun_anew(tmp_path: Path, content: bytes) -> None:
    """The PC then has a new random id."""
    path = tmp_path / "updates.json"
    path.write_bytes(content)
    first = UpdateMemory(path)
    assert len(first.installation) == 32
    accept(first, manifest_of())
    assert UpdateMemory(path).installation == first.installation
    assert [each.name for each in tmp_path.iterdir()] == ["updates.json"]
