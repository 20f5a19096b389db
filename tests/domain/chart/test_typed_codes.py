"""Procedure codes by what is typed."""

from __future__ import annotations

import pytest

from app.domain.chart.typed_codes import CodeFinder, fitting
from app.domain.chart.typed_places import Site
from app.practice.seed.codes import CODES
from app.wire.resources.procedure_codes import ProcedureCode, TreatmentArea

AREAS = tuple(TreatmentArea)
OFFICE = tuple(
    ProcedureCode(
        CodeNum=number,
        ProcCode=each.code,
        AbbrDesc=each.abbreviation,
        Descript=each.description,
        TreatArea=AREAS[each.area],
    )
    for number, each in enumerate(CODES, 1)
)
FINDER = CodeFinder(OFFICE)


@pytest.mark.parametrize(
    ("text", "codes", "place"),
    [
        ("D2740 14", ["D2740"], "14"),
        ("d2740", ["D2740"], ""),
        ("2740 14", ["D2740"], "14"),
        ("2740#14", ["D2740"], "14"),
        ("2392 3 mo", ["D2392"], "3 MO"),
        ("crown 14", ["D2740", "D2750"], "14"),
        ("sealant 3 14", ["D1351"], "3 14"),
        ("4bw", ["D0274"], ""),
        ("deep cleaning ur", ["D4341", "D4342"], "UR"),
        ("night guard u", ["D9944"], "U"),
        ("srp ll", ["D4341"], "LL"),
        ("27", ["D2740", "D2750"], ""),
    ],
)
def test_code_then_place(text: str, codes: list[str], place: str) -> None:
    """A code by its number, or by words of its names; what follows says where."""
    found = FINDER.find(text)
    assert [each.ProcCode for each in found.codes][: len(codes)] == codes
    assert found.place.upper() == place


def test_nothing_fits() -> None:
    """Words of no code find none, and an empty text is none."""
    assert FINDER.find("zzz 14").codes == ()
    assert FINDER.find("").codes == ()
    assert FINDER.find("D9999").codes == ()


def test_what_is_planned_comes_first() -> None:
    """Of several codes that of a planned procedure is the likely one."""
    pfm = next(each for each in OFFICE if each.ProcCode == "D2750")
    assert FINDER.find("crown 14", {pfm.CodeNum}).codes[0] is pfm


@pytest.mark.parametrize(
    ("site", "first"),
    [
        (Site("3", "MO"), "D2392"),
        (Site("3", "O"), "D2391"),
        (Site("8", "MIF"), "D2332"),
        (Site("14", "MODBL"), "D2394"),
    ],
)
def test_a_filling_by_its_surfaces(site: Site, first: str) -> None:
    """A filling on 3 MO is the code for two surfaces of a back tooth."""
    white = tuple(each for each in OFFICE if each.Descript.startswith("White filling"))
    assert fitting(white, [site])[0].ProcCode == first
    assert fitting(white, []) == white
