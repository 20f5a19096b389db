"""Two tours, and two builds, are compared honestly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from tools.building.comparing import builds_differ, hashes, tours_differ
from tools.words import Trouble


def tour(folder: Path, *pictures: tuple[str, QImage], **texts: list[str]) -> Path:
    """A tour with these pictures. A step's texts are named by its file without the suffix; usually each has one."""
    folder.mkdir()
    rows = []
    for number, (name, picture) in enumerate(pictures):
        picture.save(str(folder / name))
        said = texts.get(f"t{name.removesuffix('.png')}", ["Schedule"])
        rows.append({"name": name, "file": name, "texts": {each: [number, 0, 9, 9] for each in said}})
    (folder / "tour.json").write_text(json.dumps(rows))
    return folder


def picture(width: int = 320, height: int = 160, dark: int = 0) -> QImage:
    """A white picture with so many dark columns."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    for x in range(dark):
        for y in range(height):
            made.setPixelColor(x, y, QColor("black"))
    return made


def test_the_same_tours_do_not_differ(tmp_path: Path) -> None:
    """Not even in one point."""
    one = tour(tmp_path / "one", ("01.png", picture()), ("02.png", picture(dark=8)))
    other = tour(tmp_path / "other", ("01.png", picture()), ("02.png", picture(dark=8)))
    assert tours_differ(one, other) == []


def test_a_step_less_another_size_and_another_picture_are_named(tmp_path: Path) -> None:
    """Each by its file."""
    one = tour(tmp_path / "one", ("01.png", picture()), ("02.png", picture()))
    short = tour(tmp_path / "short", ("01.png", picture()))
    assert tours_differ(one, short) == ["The steps are not the same: 02.png"]
    other = tour(tmp_path / "other", ("01.png", picture(width=300)), ("02.png", picture(dark=80)))
    assert tours_differ(one, other) == [
        "01.png has two sizes: 320 x 160 and 300 x 160",
        "02.png differs in 25.00% of its points",
    ]


def test_what_a_bundle_lacks_shows_in_every_picture(tmp_path: Path) -> None:
    """Be it as small as icons; a caret in some is none of it."""
    names = [f"{number:02d}.png" for number in range(10)]
    one = tour(tmp_path / "one", *((name, picture()) for name in names))
    some = tour(tmp_path / "some", *((name, picture(dark=8 if name < "04.png" else 0)) for name in names))
    many = tour(tmp_path / "many", *((name, picture(dark=8 if name < "06.png" else 0)) for name in names))
    assert tours_differ(one, some) == []
    assert tours_differ(one, many) == [f"{name} differs in 2.50% of its points" for name in names[:6]]


def test_a_step_at_another_moment_is_compared_by_its_texts(tmp_path: Path) -> None:
    """A message that is gone, a later time and a table that still loads are no difference; other words are."""
    names = ["01.png", "02.png", "03.png"]
    said = {"t01": ["Ledger", "11 rows", "10:21 AM", "Loading…"], "t02": ["Day close"]}
    one = tour(tmp_path / "one", *((name, picture()) for name in names), **said)
    later = {"t01": ["Ledger", "12 rows", "10:22 AM", "Posted.", "Undo", "$1.50"], "t02": ["Day close"]}
    other = tour(
        tmp_path / "other", *((name, picture(dark=9 if name == "01.png" else 0)) for name in names), **later
    )
    assert tours_differ(one, other) == []
    foreign = tour(
        tmp_path / "foreign", *((name, picture()) for name in names), **said | {"t02": ["Tageskasse"]}
    )
    assert tours_differ(one, foreign) == ["02.png has 0% of its texts in common"]


def test_texts_in_other_places_everywhere_are_another_font(tmp_path: Path) -> None:
    """Some steps of every tour show the same in the same places."""
    names = [f"{number:02d}.png" for number in range(10)]
    one = tour(tmp_path / "one", *((name, picture()) for name in names))
    wide = tour(tmp_path / "wide", *((name, picture()) for name in names))
    (wide / "tour.json").write_text((one / "tour.json").read_text().replace("9, 9", "11, 9"))
    assert tours_differ(one, wide) == ["Only 0 of 10 steps say the same in the same places"]


def test_a_picture_of_something_else_is_named(tmp_path: Path) -> None:
    """Whatever the others show."""
    names = ["01.png", "02.png", "03.png"]
    one = tour(tmp_path / "one", *((name, picture()) for name in names))
    other = tour(
        tmp_path / "other", *((name, picture(dark=320 if name == "02.png" else 0)) for name in names)
    )
    assert tours_differ(one, other) == ["02.png differs in 100.00% of its points"]


def test_a_tour_that_lost_a_picture_is_none(tmp_path: Path) -> None:
    """What tour.json names must be there."""
    one = tour(tmp_path / "one", ("01.png", picture()))
    (one / "01.png").unlink()
    with pytest.raises(Trouble, match=r"01\.png"):
        tours_differ(one, one)


def test_files_that_two_builds_do_not_share_are_named(tmp_path: Path) -> None:
    """By their hash, and in folders too."""
    for name, content in {
        "one/a": b"1",
        "one/in/b": b"2",
        "other/a": b"1",
        "other/in/b": b"3",
        "other/c": b"4",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    lines = builds_differ(hashes(tmp_path / "one"), hashes(tmp_path / "other"))
    assert lines == ["only in one of them: c", "differs: in/b"]
