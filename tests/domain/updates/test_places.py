"""Where updates may come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.updates.places import BadPlace, FolderPlace, WebPlace, place_of


def test_https_and_a_folder_are_sources(tmp_path: Path) -> None:
    """Blanks around them don't matter."""
    assert place_of(" https://updates.example.com/front-desk/ ") == WebPlace(
        "https://updates.example.com/front-desk/"
    )
    assert place_of(f" {tmp_path}") == FolderPlace(str(tmp_path))


@pytest.mark.parametrize(
    "typed",
    [
        "", "http://updates.example.com", "ftp://updates.example.com", "file:///C:/updates", "https://", "https://x:0/",
        "https://x:99999/", "https://[x/", "https://user:secret@x/", "https://x/?a=b", "https://x/#a",
        "updates", "../updates",
    ],
)  # fmt: skip
def test_anything_else_is_refused(typed: str) -> None:
    """Plain http above all; a refusal never repeats a password that was typed."""
    with pytest.raises(BadPlace) as refused:
        place_of(typed)
    assert "secret" not in str(refused.value)
