"""The cabinet that the MSI carries: another's program reads what ours has packed."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path

import pytest

from tests.installer.packages import needs_compilers
from tools.building.cabinet import FRAME, cabinet

pytestmark = needs_compilers
CALLS = b"".join(
    b"\xe8" + (each * 977 % 4_000_000 - 1_000_000).to_bytes(4, "little", signed=True) for each in range(9000)
)
"""Calls as in a program, to targets ahead and behind; some far outside."""


def read(made: Path, into: Path) -> dict[str, bytes]:
    """What cabextract finds in a cabinet; it compares the checksums too."""
    subprocess.run(["cabextract", "-q", "-d", str(into), str(made)], check=True, capture_output=True)
    return {each.name: each.read_bytes() for each in into.iterdir()}


def noise(size: int, seed: int = 1) -> bytes:
    """What can't be packed."""
    return random.Random(seed).randbytes(size)


@pytest.mark.parametrize(
    "contents",
    [
        [b"x"],
        [b"a" * 1000],
        [b"a" * FRAME],
        [b"abc" * (FRAME // 3 + 1)],
        [noise(FRAME)],
        [noise(FRAME + 1), b"", b"tail"],
        [noise(3 * FRAME - 1)],
        [CALLS, CALLS],
        [CALLS[: FRAME + 7], noise(50_000), CALLS, b"\0" * 300_000, b"text to be found again " * 4000],
        [bytes(range(256)) * 700, b"\xe8" * 40_000, b"\xff" * 11],
    ],
    ids=[
        "one byte",
        "a run",
        "a frame",
        "over a frame",
        "noise",
        "odd end",
        "odd noise",
        "calls",
        "mixed",
        "e8",
    ],
)
def test_what_is_packed_is_read_again(tmp_path: Path, contents: list[bytes]) -> None:
    """At every edge of the format: frames, blocks that can't be packed, calls, empty files."""
    files = []
    for number, content in enumerate(contents):
        (tmp_path / f"file{number}").write_bytes(content)
        files.append((f"name{number}", tmp_path / f"file{number}"))
    cabinet(files, tmp_path / "made.cab")
    (tmp_path / "out").mkdir()
    assert read(tmp_path / "made.cab", tmp_path / "out") == {
        f"name{number}": content for number, content in enumerate(contents)
    }


def test_matches_reach_back_two_megabytes_and_no_further(tmp_path: Path) -> None:
    """The window of the format: what is behind it may be packed again, and must not be pointed at."""
    part = noise(300_000)
    (tmp_path / "near").write_bytes(part + noise(1_790_000, 2) + part)
    (tmp_path / "far").write_bytes(noise(1_900_000, 3) + part)
    cabinet([("near", tmp_path / "near"), ("far", tmp_path / "far")], tmp_path / "made.cab")
    (tmp_path / "out").mkdir()
    found = read(tmp_path / "made.cab", tmp_path / "out")
    assert found == {name: (tmp_path / name).read_bytes() for name in ("near", "far")}
    assert (tmp_path / "made.cab").stat().st_size < sum(map(len, found.values())) - 250_000


def test_the_same_files_give_the_same_cabinet(tmp_path: Path) -> None:
    """Whatever their times are."""
    (tmp_path / "file").write_bytes(CALLS)
    for name in ("one.cab", "two.cab"):
        cabinet([("file", tmp_path / "file")], tmp_path / name)
    assert (tmp_path / "one.cab").read_bytes() == (tmp_path / "two.cab").read_bytes()
