"""Teeth: names, numbers in every system, forms, roots, and surfaces."""

from __future__ import annotations

from app.domain.chart.anatomy import TEETH, Form, find_tooth, place_of, quadrant_of, row_of
from app.domain.chart.numbering import Numbering, number_of, short_number
from app.domain.chart.surfaces import letters_of, read_surfaces
from app.domain.chart.words import tooth_words


def test_every_tooth_that_open_dental_can_name_is_known() -> None:
    """32 adult, 20 primary, and as many supernumerary teeth: 1-32, A-T, 51-82, AS-TS."""
    letters = "ABCDEFGHIJKLMNOPQRST"
    names = {*map(str, range(1, 33)), *map(str, range(51, 83)), *letters, *(f"{each}S" for each in letters)}
    assert names == TEETH.keys()
    assert find_tooth(" 03 ") is TEETH["3"]
    assert find_tooth("as") is TEETH["AS"]
    assert [find_tooth(text) for text in ("", "0", "33", "50", "83", "U", "3S", "X")] == [None] * 8


def test_numbers_are_those_of_the_systems() -> None:
    """Known pairs of Universal, Palmer and FDI numbers, one of each quadrant, both dentitions, and extra teeth."""
    known = {
        "1": ("UR8", "18"), "8": ("UR1", "11"), "9": ("UL1", "21"), "16": ("UL8", "28"), "17": ("LL8", "38"),
        "24": ("LL1", "31"), "25": ("LR1", "41"), "30": ("LR6", "46"), "32": ("LR8", "48"), "A": ("URE", "55"),
        "E": ("URA", "51"), "F": ("ULA", "61"), "J": ("ULE", "65"), "K": ("LLE", "75"), "T": ("LRE", "85"),
        "59": ("UL1S", "21S"), "AS": ("URES", "55S"),
    }  # fmt: skip
    for name, (palmer, fdi) in known.items():
        assert number_of(TEETH[name], Numbering.UNIVERSAL) == name
        assert number_of(TEETH[name], Numbering.PALMER) == palmer
        assert number_of(TEETH[name], Numbering.FDI) == fdi
    assert short_number(TEETH["3"], Numbering.PALMER) == "6"
    for numbering in Numbering:
        assert len({number_of(tooth, numbering) for tooth in TEETH.values()}) == len(TEETH)


def test_neighbors_stand_as_on_a_chart() -> None:
    """The patient's right is on the left; upper and lower teeth of the same place are above each other."""
    upper, lower = row_of(upper=True), row_of(upper=False)
    assert (upper[0], upper[-1], lower[0], lower[-1]) == (1, 16, 32, 17)
    for above, below in zip(upper, lower, strict=True):
        assert place_of(above) == place_of(below)
        assert quadrant_of(above).is_right == quadrant_of(below).is_right


def test_roots_are_those_of_the_form() -> None:
    """Upper molars have three roots, lower ones two, upper first premolars two, all others one."""
    assert [TEETH[str(slot)].roots for slot in range(1, 17)] == [
        3,
        3,
        3,
        1,
        2,
        1,
        1,
        1,
        1,
        1,
        1,
        2,
        1,
        3,
        3,
        3,
    ]
    assert [TEETH[str(slot)].roots for slot in range(17, 33)] == [2, 2, 2, *[1] * 10, 2, 2, 2]
    assert [TEETH[name].roots for name in "ABCKLM"] == [3, 3, 1, 2, 2, 1]
    assert TEETH["B"].form is Form.FIRST_MOLAR


def test_surfaces_have_the_letters_of_their_tooth() -> None:
    """Front teeth have I and F, back teeth O and B; the order is that of a chart; other letters are handed back."""
    front, back = TEETH["8"], TEETH["3"]
    assert letters_of(read_surfaces("LFIDM", front)[0], front) == "MIDFL"
    assert letters_of(read_surfaces("dom", back)[0], back) == "MOD"
    assert read_surfaces("MO", front)[1] == "O"
    assert read_surfaces("MIX", back)[1] == "IX"


def test_a_tooth_has_a_name_in_words() -> None:
    """Side, dentition and form, and what an extra tooth is."""
    assert str(tooth_words(TEETH["3"])) == "upper right first molar"
    assert str(tooth_words(TEETH["K"])) == "lower left primary second molar"
    assert str(tooth_words(TEETH["59"])) == "extra tooth beside the upper left central incisor"
