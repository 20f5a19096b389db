"""Perio exams, their measures, and the initial tooth chart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.practice.handlers.clinical.perio_strings import FLAGS, PROBING, REGIONS, SURFACES, measured_rows
from tests.practice import office, office_clinical
from tests.practice.conftest import Desk, good, refused

MEASURE = {"PerioExamNum": 1, "IntTooth": 20}


async def measures(desk: Desk, exam: int) -> dict[tuple[str, int], dict[str, Any]]:
    """An exam's measures by kind and tooth."""
    rows = await desk.rows("/periomeasures", PerioExamNum=exam)
    return {(row["SequenceType"], row["IntTooth"]): row for row in rows}


async def test_an_exam_reads_its_texts(desk: Desk) -> None:
    """A region's text is read from the right of the mouth to the left: 323b is tooth 1, with mesial bleeding."""
    body = {"UpperFacial": "323b", "UpperLingual": "2 1x4sp", "LowerFacial": "9"}
    made = good(await desk.post("/perioexams", PatNum=office.ANN, **body)).json()
    assert (made["ExamDate"], made["ProvNum"], made["Note"]) == (str(office.TODAY), office.DOC, "")
    found = await measures(desk, made["PerioExamNum"])
    assert set(found) == {("Probing", 1), ("BleedSupPlaqCalc", 1), ("Probing", 32)}
    assert [found["Probing", 1][name] for name in SURFACES] == [3, 2, 3, 4, 1, 2]
    assert [found["BleedSupPlaqCalc", 1][name] for name in SURFACES] == [1, 0, 0, 6, 0, 0]
    assert [found["Probing", 32][name] for name in SURFACES] == [-1, -1, 9, -1, -1, -1]


async def test_left_of_the_middle_the_mesial_surface_comes_first(desk: Desk) -> None:
    """In the left half of the mouth a tooth is read from its mesial surface; excess characters are ignored."""
    text = "3" * 24 + "123" + "3" * 21 + "b" + "99c"
    made = good(await desk.post("/perioexams", PatNum=office.ANN, UpperFacial=text, LowerLingual=text)).json()
    found = await measures(desk, made["PerioExamNum"])
    assert [found["Probing", 9][name] for name in SURFACES] == [1, 2, 3, -1, -1, -1]
    assert [found["Probing", 24][name] for name in SURFACES] == [-1, -1, -1, 1, 2, 3]
    assert found["BleedSupPlaqCalc", 16]["DBvalue"] == 1
    assert found["BleedSupPlaqCalc", 17]["DLvalue"] == 1
    assert len(found) == 34


DEPTHS = st.lists(st.tuples(st.integers(0, 9), st.sets(st.sampled_from("bspc"))), max_size=60)


@given(st.dictionaries(st.sampled_from(list(REGIONS)), DEPTHS), st.sampled_from(["", " ", ".", ",x"]))
def test_every_digit_finds_its_surface(spoken: dict[str, list[tuple[int, set[str]]]], between: str) -> None:
    """Each of a region's 48 surfaces gets its own digit and flags; no other surface gets any."""
    texts = {
        name: between.join(f"{depth}{''.join(sorted(flags))}" for depth, flags in each)
        for name, each in spoken.items()
    }
    worth = {"b": 1, "s": 2, "p": 4, "c": 8}
    wanted = {
        place: (depth, sum(worth[flag] for flag in flags))
        for name, each in spoken.items()
        for place, (depth, flags) in zip(REGIONS[name], each, strict=False)
    }
    rows = {(row["SequenceType"], row["IntTooth"]): row for row in measured_rows(texts)}
    for tooth in range(1, 33):
        for surface in SURFACES:
            depth, flag = wanted.get((tooth, surface), (-1, 0))  # type: ignore[call-overload]  # a Place is a tuple
            assert rows.get((PROBING, tooth), {}).get(surface, -1) == depth
            assert rows.get((FLAGS, tooth), {}).get(surface, 0) == flag


async def test_exams_are_filtered_changed_and_deleted(desk: Desk) -> None:
    """ExamDate lists from that date on; PUT overwrites the note; DELETE also deletes the measures."""
    assert len(await desk.rows("/perioexams", PatNum=office.ANN, ExamDate=office.YESTERDAY)) == 1
    assert await desk.rows("/perioexams", ExamDate=office.TODAY) == []
    changed = good(await desk.put("/perioexams/1", Note="Better", ProvNum=office.DOC)).json()
    assert (changed["Note"], changed["ProvNum"]) == ("Better", office.DOC)
    assert changed["DateTMeasureEdit"] == f"{office.TODAY} 12:00:00"
    good(await desk.delete("/perioexams/1"))
    assert desk.sql("SELECT COUNT(*) FROM periomeasure") == [(0,)]
    refused(await desk.put("/perioexams/2", Note="x"), 400, "deleted")


async def test_a_tooth_has_one_measure_of_a_kind(desk: Desk) -> None:
    """A second row of a SequenceType for a tooth of the same exam is refused; the exam is marked as changed."""
    again = {"PerioExamNum": 1, "SequenceType": "Probing", "IntTooth": 8, "Bvalue": 2}
    refused(await desk.post("/periomeasures", **again), 400, "already")
    made = good(await desk.post("/periomeasures", **{**again, "IntTooth": 7})).json()
    assert (made["ToothValue"], made["Bvalue"], made["MBvalue"]) == (-1, 2, -1)
    assert (await desk.rows("/perioexams/1"))["DateTMeasureEdit"] == f"{office.TODAY} 12:00:00"


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("Mobility", {"ToothValue": 0}),
        ("Mobility", {"ToothValue": 19}),
        ("SkipTooth", {"ToothValue": 1}),
        ("Furcation", {"MBvalue": 19}),
        ("Probing", {"DLvalue": 0, "Lvalue": -1}),
        ("GingMargin", {"Bvalue": 101, "Lvalue": 119, "MBvalue": 19}),
        ("MGJ", {"MLvalue": 3}),
        ("BleedSupPlaqCalc", {"Bvalue": 15, "Lvalue": 0}),
    ],
)
async def test_measures_that_may_be(desk: Desk, kind: str, values: dict[str, int]) -> None:
    """Each SequenceType accepts its documented range."""
    good(await desk.post("/periomeasures", **MEASURE, SequenceType=kind, **values))


@pytest.mark.parametrize(
    ("kind", "values", "name"),
    [
        ("Mobility", {}, "ToothValue"),
        ("Mobility", {"ToothValue": 20}, "ToothValue"),
        ("Mobility", {"ToothValue": 2, "Bvalue": 2}, "Bvalue"),
        ("SkipTooth", {"ToothValue": 2}, "ToothValue"),
        ("SkipTooth", {"ToothValue": 1, "DLvalue": 0}, "DLvalue"),
        ("Furcation", {"Bvalue": 20}, "Bvalue"),
        ("Probing", {"Bvalue": 105}, "Bvalue"),
        ("Probing", {"ToothValue": 1, "Bvalue": 3}, "ToothValue"),
        ("Probing", {}, "At least one"),
        ("Probing", {"Bvalue": -2}, "Bvalue"),
        ("GingMargin", {"Bvalue": 100}, "Bvalue"),
        ("GingMargin", {"Bvalue": 120}, "Bvalue"),
        ("BleedSupPlaqCalc", {"Bvalue": 16}, "Bvalue"),
    ],
)
async def test_measures_that_cannot_be(desk: Desk, kind: str, values: dict[str, int], name: str) -> None:
    """A value outside its SequenceType's range is refused and named, and so is a row without measurements."""
    refused(await desk.post("/periomeasures", **MEASURE, SequenceType=kind, **values), 400, name)


async def test_upper_teeth_have_no_lingual_mgj(desk: Desk) -> None:
    """MGJ has no lingual values for teeth 1 to 16, but may for the lower teeth; a tooth is 1 to 32."""
    upper = {"PerioExamNum": 1, "SequenceType": "MGJ", "IntTooth": 16}
    refused(await desk.post("/periomeasures", **upper, Lvalue=3), 400, "Lvalue")
    good(await desk.post("/periomeasures", **upper, Bvalue=3))
    good(await desk.post("/periomeasures", **{**upper, "IntTooth": 17}, Lvalue=3))
    for tooth in (0, 33):
        refused(await desk.post("/periomeasures", **{**upper, "IntTooth": tooth}, Bvalue=3), 400, "IntTooth")


async def test_a_change_keeps_the_kinds_range(desk: Desk) -> None:
    """PUT validates the resulting row, and refuses to clear the last measurement."""
    path = f"/periomeasures/{office_clinical.PROBED}"
    changed = good(await desk.put(path, Bvalue=5, MBvalue=-1)).json()
    assert [changed[name] for name in SURFACES] == [-1, 5, 3, 3, 3, 3]
    refused(await desk.put(path, ToothValue=1), 400, "ToothValue")
    refused(await desk.put(path, **dict.fromkeys(SURFACES, -1)), 400, "At least one")
    loose = f"/periomeasures/{office_clinical.LOOSE}"
    assert good(await desk.put(loose, ToothValue=4)).json()["ToothValue"] == 4
    refused(await desk.put(loose, ToothValue=-1), 400, "ToothValue")


async def test_only_measures_of_a_whole_tooth_are_deleted(desk: Desk) -> None:
    """DELETE accepts only Mobility and SkipTooth rows."""
    refused(await desk.delete(f"/periomeasures/{office_clinical.PROBED}"), 400, "Mobility and SkipTooth")
    good(await desk.delete(f"/periomeasures/{office_clinical.LOOSE}"))
    assert len(await desk.rows("/periomeasures", PerioExamNum=1)) == 1


@pytest.mark.parametrize("tooth", ["1", 9, "10", "32", "A", "T"])
async def test_teeth_that_there_are(desk: Desk, tooth: str | int) -> None:
    """A tooth is 1 to 32 or A to T, sent as text or number, and returned as text."""
    made = good(await desk.post("/toothinitials", PatNum=office.BEN, ToothNum=tooth, InitialType="Missing"))
    row = made.json()
    assert (row["ToothNum"], row["Movement"], row["ColorDraw"]) == (str(tooth), "0", "0,0,0")
    assert row["SecDateTEntry"] == row["SecDateTEdit"] == f"{office.TODAY} 12:00:00"


@pytest.mark.parametrize("tooth", ["0", "33", "U", "a", "1,2", "03", ""])
async def test_teeth_that_there_are_not(desk: Desk, tooth: str) -> None:
    """Any other tooth is refused."""
    answer = await desk.post("/toothinitials", PatNum=office.BEN, ToothNum=tooth, InitialType="Hidden")
    refused(answer, 400, "ToothNum")


async def test_movements_are_made_in_open_dental_alone(desk: Desk) -> None:
    """All types are listed, with Movement as text; only Missing, Hidden and Primary are created and deleted."""
    rows = await desk.rows("/toothinitials", PatNum=office.ANN)
    assert [(row["InitialType"], row["Movement"]) for row in rows] == [("Missing", "0"), ("Rotate", "-20")]
    answer = await desk.post("/toothinitials", PatNum=office.ANN, ToothNum="3", InitialType="Rotate")
    refused(answer, 400, "InitialType")
    refused(
        await desk.delete(f"/toothinitials/{office_clinical.ROTATED}"), 400, "Missing, Hidden and Primary"
    )
    good(await desk.delete(f"/toothinitials/{office_clinical.MISSING}"))
