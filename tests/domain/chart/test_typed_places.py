"""Where a procedure is done, as it is typed."""

from __future__ import annotations

import pytest

from app.core.text import ExplainedError
from app.domain.chart.numbering import Numbering
from app.domain.chart.typed_places import NOWHERE, Site, question_of, read_sites
from app.wire.resources.procedure_codes import ProcedureCode, TreatmentArea

AREA = TreatmentArea
UNIVERSAL, PALMER, FDI = Numbering.UNIVERSAL, Numbering.PALMER, Numbering.FDI


def sites(
    area: TreatmentArea, text: str, numbering: Numbering = UNIVERSAL, *, also: bool = False
) -> list[Site]:
    """What is read."""
    code = ProcedureCode(ProcCode="D1", AbbrDesc="Crn", TreatArea=area, AreaAlsoToothRange=also)
    return list(read_sites(code, text, numbering))


def refusal(area: TreatmentArea, text: str, *, also: bool = False) -> str:
    """Why it is not read."""
    with pytest.raises(ExplainedError) as caught:
        sites(area, text, also=also)
    return str(caught.value.words)


@pytest.mark.parametrize(
    ("area", "text", "wanted"),
    [
        (AREA.TOOTH, "14", [Site("14")]),
        (AREA.TOOTH, "#14", [Site("14")]),
        (AREA.TOOTH, "3, 14 a", [Site("3"), Site("14"), Site("A")]),
        (AREA.TOOTH, "2-4", [Site("2"), Site("3"), Site("4")]),
        (AREA.TOOTH, "14 14", [Site("14")]),
        (AREA.SURF, "3 mo", [Site("3", "MO")]),
        (AREA.SURF, "3mo", [Site("3", "MO")]),
        (AREA.SURF, "3-OM", [Site("3", "MO")]),
        (AREA.SURF, "3 MO, 14 DO", [Site("3", "MO"), Site("14", "OD")]),
        (AREA.SURF, "8 mf", [Site("8", "MF")]),
        (AREA.SURF, "8 MB", [Site("8", "MF")]),
        (AREA.SURF, "A mo", [Site("A", "MO")]),
        (AREA.SURF, "A-MO", [Site("A", "MO")]),
        (AREA.QUAD, "ur", [Site("", "UR")]),
        (AREA.QUAD, "UR LL", [Site("", "UR"), Site("", "LL")]),
        (AREA.SEXTANT, "6", [Site("", "6")]),
        (AREA.ARCH, "u", [Site("", "U")]),
        (AREA.ARCH, "lower", [Site("", "L")]),
        (AREA.TOOTH_RANGE, "2-4, 7", [Site(teeth="2,3,4,7")]),
        (AREA.MOUTH, "", [NOWHERE]),
        (AREA.NONE, " ", [NOWHERE]),
        (AREA.TOOTH, "", []),
    ],
)
def test_what_is_typed(area: TreatmentArea, text: str, wanted: list[Site]) -> None:
    """Each treatment area has its own short form; nothing typed is nothing said."""
    assert sites(area, text) == wanted


def test_other_numbers() -> None:
    """Teeth are typed in the numbering of the PC, and stored as Open Dental names them."""
    assert sites(AREA.TOOTH, "26", FDI) == [Site("14")]
    assert sites(AREA.TOOTH, "UL6", PALMER) == [Site("14")]
    assert sites(AREA.SURF, "16 mo", FDI) == [Site("3", "MO")]
    assert sites(AREA.SURF, "UR6MO", PALMER) == [Site("3", "MO")]


def test_a_quadrant_with_its_teeth() -> None:
    """Where the office wants the teeth of a quadrant or arch too, they follow, and are needed."""
    assert sites(AREA.QUAD, "UR 2-4", also=True) == [Site("", "UR", "2,3,4")]
    assert "no tooth is given" in refusal(AREA.QUAD, "UR", also=True)


@pytest.mark.parametrize(
    ("area", "text", "words"),
    [
        (AREA.TOOTH, "33", "D1 Crn: there is no tooth 33"),
        (AREA.TOOTH, "2-Q9", "there is no tooth Q9"),
        (AREA.TOOTH, "3-A", "there is no tooth 3-A"),
        (AREA.SURF, "MO", "no tooth is given"),
        (AREA.SURF, "3", "no surface is given on tooth 3"),
        (AREA.SURF, "3 MI", "tooth 3 has no surface I"),
        (AREA.SURF, "8 MO", "tooth 8 has no surface O"),
        (AREA.QUAD, "3", "there is no quadrant 3"),
        (AREA.SEXTANT, "7", "there is no sextant 7"),
        (AREA.ARCH, "UR", "there is no arch UR"),
        (AREA.MOUTH, "14", "for the whole mouth, not for 14"),
    ],
)
def test_nonsense_is_refused(area: TreatmentArea, text: str, words: str) -> None:
    """What is nowhere in a mouth is refused in the words of the chart."""
    assert words in refusal(area, text)


def test_every_area_of_a_place_is_asked_for() -> None:
    """A code for the whole mouth asks nothing; every other one asks with an example."""
    asked = {area for area in AREA if question_of(ProcedureCode(TreatArea=area))}
    assert asked == set(AREA) - {AREA.NONE, AREA.MOUTH}


def test_the_fields() -> None:
    """Only what is said is sent."""
    assert Site("3", "MO").fields == {"ToothNum": "3", "Surf": "MO"}
    assert Site(teeth="2,3").fields == {"ToothRange": "2,3"}
    assert NOWHERE.fields == {}
