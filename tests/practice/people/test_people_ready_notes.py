"""Auto notes with their prompts, and quick paste notes with their categories."""

from __future__ import annotations

from tests.practice import office_people as people
from tests.practice.conftest import Desk, good, refused

PROMPT = {"Descript": "Side", "ControlLabel": "Which side?"}


async def test_auto_notes_keep_their_lines(desk: Desk) -> None:
    """MainText is returned with line breaks and prompts, the category with its name."""
    row = (await desk.rows("/autonotes"))[0]
    assert row["MainText"] == 'Numb: [Prompt:"Anesthetic"]\r\nDone.'
    assert (row["Category"], row["category"]) == (people.NOTES, "Restorative")
    text = "First\r\nSecond"
    assert good(await desk.post("/autonotes", AutoNoteName="Two", MainText=text)).json()["MainText"] == text


async def test_auto_notes_by_category(desk: Desk) -> None:
    """One category, or 0 for none; another category's definition is refused."""
    assert [row["AutoNoteNum"] for row in await desk.rows("/autonotes", Category=people.NOTES)] == [1]
    assert [row["category"] for row in await desk.rows("/autonotes", Category=0)] == [""]
    refused(await desk.get("/autonotes", Category=50), 400, "41")


async def test_an_auto_note_changes_what_is_sent(desk: Desk) -> None:
    """PUT changes the fields sent; name and text may not be blank, and a name has at most 50 characters."""
    row = good(await desk.put("/autonotes/1", Category=0)).json()
    assert (row["AutoNoteName"], row["category"]) == ("Filling", "")
    for name in ("AutoNoteName", "MainText"):
        refused(await desk.put("/autonotes/1", **{name: " "}), 400, name)
    refused(await desk.put("/autonotes/1", AutoNoteName="x" * 51), 400, "AutoNoteName", "50")


async def test_a_choice_needs_its_choices(desk: Desk) -> None:
    """OneResponse and MultiResponse need ControlOptions, Text doesn't."""
    for kind in ("OneResponse", "MultiResponse"):
        refused(await desk.post("/autonotecontrols", **PROMPT, ControlType=kind), 400, "ControlOptions")
    good(await desk.post("/autonotecontrols", **PROMPT, ControlType="Text"))
    refused(await desk.put("/autonotecontrols/2", ControlType="OneResponse"), 400, "ControlOptions")
    options = {"ControlType": "OneResponse", "ControlOptions": "Left\r\nRight"}
    assert good(await desk.put("/autonotecontrols/2", **options)).content == b""
    row = (await desk.rows("/autonotecontrols"))[1]
    assert (row["ControlType"], row["ControlOptions"]) == ("OneResponse", "Left\r\nRight")


async def test_a_prompt_that_is_not_there(desk: Desk) -> None:
    """The explanation is spelled as Open Dental spells it."""
    refused(await desk.put("/autonotecontrols/99", Descript="x"), 404, "AuotNoteControl not found")


async def test_writes_are_signalled_and_written_down(desk: Desk) -> None:
    """Open screens are signaled to reload auto notes, and the audit trail has the change."""
    good(await desk.put("/autonotes/1", AutoNoteName="x"))
    assert desk.sql("SELECT PermType, FKey FROM securitylog") == [(60, 1)]
    (row,) = await desk.rows("/signalods", SigDateTime="2026-11-23 11:59:59")
    assert row["IType"] == "AutoNotes"


async def test_categories_name_their_kinds_of_notes(desk: Desk) -> None:
    """DefaultForTypes has names separated by commas, or nothing."""
    rows = await desk.rows("/quickpastecats")
    assert [row["DefaultForTypes"] for row in rows] == ["CommLog,Task", ""]
    assert await desk.rows("/quickpastecats/1") == rows[0]
    assert await desk.rows("/quickpastecats", Limit=1, Offset=1) == rows[1:]


async def test_quick_paste_notes_in_their_order(desk: Desk) -> None:
    """Notes are sorted by category and position, and filtered by category."""
    assert [row["Abbreviation"] for row in await desk.rows("/quickpastenotes")] == ["na", "ab"]
    assert await desk.rows("/quickpastenotes", QuickPasteCatNum=2) == []
    refused(await desk.get("/quickpastenotes/99"), 404, "QuickPasteNote not found.")
