"""Comparing what should be the same: the tour of a bundle with the one from source, and two builds."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from tools.words import Trouble

NEARLY = 0.02
"""How much of a picture may differ: caret, clock and a value that is being counted."""
LOADING, FEW = 0.25, 0.1
"""How much may differ in a few of the pictures, and how many these may be. A tour shows a program at work: an answer
that is here in one picture and later in the other moves what stands below it (measured: 4 of 135 pictures, at most
8 percent). What a bundle lacks, be it fonts, icons or a style, shows in every picture, or in most of one."""
STEP = 8
"""Every eighth pixel in both directions is compared: words and fields are larger."""


def steps(folder: Path) -> list[dict[str, Any]]:
    """The steps of a tour, each with the picture that it kept. Raises Trouble if one is missing."""
    try:
        found = json.loads((folder / "tour.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise Trouble(f"The tour left no tour.json that can be read in {folder}.") from error
    rows: list[dict[str, Any]] = found["steps"] if isinstance(found, dict) else found
    missing = [each["file"] for each in rows if not (folder / each["file"]).exists()]
    if missing or not rows:
        raise Trouble(f"The tour did not keep these pictures: {', '.join(missing) or 'any'}")
    return rows


def tours_differ(one: Path, other: Path) -> list[str]:
    """A line for each difference of two tours: their steps, the pictures' sizes, and what they show."""
    names = [[each["file"] for each in steps(folder)] for folder in (one, other)]
    if names[0] != names[1]:
        only = sorted(set(names[0]).symmetric_difference(names[1]))
        return [f"The steps are not the same: {', '.join(only) or 'another order'}"]
    broken: list[str] = []
    shares: dict[str, float] = {}
    for file in names[0]:
        first, second = QImage(str(one / file)), QImage(str(other / file))
        if first.isNull() or second.isNull():
            broken.append(f"{file} is no picture")
        elif first.size() != second.size():
            sizes = " and ".join(f"{each.width()} x {each.height()}" for each in (first, second))
            broken.append(f"{file} has two sizes: {sizes}")
        elif (share := difference(first, second)) > NEARLY:
            shares[file] = share
    many = len(shares) > FEW * len(names[0])
    return broken + [
        f"{file} differs in {share:.1%} of its points"
        for file, share in shares.items()
        if many or share > LOADING
    ]


def difference(one: QImage, other: QImage) -> float:
    """The share of points that differ, of two pictures of one size."""
    points = [(x, y) for x in range(0, one.width(), STEP) for y in range(0, one.height(), STEP)]
    return sum(one.pixel(x, y) != other.pixel(x, y) for x, y in points) / max(len(points), 1)


def hashes(bundle: Path) -> dict[str, str]:
    """The hash of every file of a bundle, by its name in it."""
    return {
        path.relative_to(bundle).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(bundle.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


def builds_differ(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """A line for each file that two builds don't have in common, or that differs."""
    lines = [f"only in one of them: {name}" for name in sorted(one.keys() ^ other.keys())]
    return lines + [
        f"differs: {name}" for name in sorted(one.keys() & other.keys()) if one[name] != other[name]
    ]
