"""ProcedureLogs: one note for several procedures: listed, written, signed, appended to and deleted."""

from __future__ import annotations

from typing import Any

from tests.practice import office
from tests.practice.conftest import Desk, Opener, good, refused

PATH = "/procedurelogs/GroupNote"
BODY = {"PatNum": office.ANN, "ProcNums": [4, 5, 5], "Note": "All well"}


async def written(desk: Desk, **more: Any) -> Any:
    """A new group note on two of Ann's procedures."""
    return good(await desk.post(PATH, **{**BODY, **more})).json()


async def listed(desk: Desk) -> Any:
    """Ann's group notes."""
    return await desk.rows("/procedurelogs/GroupNotes", PatNum=office.ANN)


async def test_a_group_note_belongs_to_like_procedures(desk: Desk) -> None:
    """The procedures share date, clinic, provider and patient; a number sent twice counts once."""
    note = await written(desk)
    assert (note["ProcNums"], note["Note"], note["ProvNum"]) == ([4, 5], "All well", office.DOC)
    refused(await desk.post(PATH, **{**BODY, "ProcNums": [3, 4]}), 400, "ProcNums")
    refused(await desk.post(PATH, **{**BODY, "ProcNums": [6]}), 400, "ProcNums")
    assert (await desk.rows(f"/procedurelogs/{note['ProcNum']}"))["procCode"] == "~GRP~"


async def test_a_patients_group_notes_are_listed(desk: Desk) -> None:
    """GET GroupNotes answers each note with its procedures, the newest first, and no deleted one."""
    first, second = await written(desk), await written(desk, Note="Better", isSigned="true")
    assert await listed(desk) == [second, first]
    assert (second["isSigned"], first["isSigned"]) == ("true", "false")
    assert await desk.rows("/procedurelogs/GroupNotes", PatNum=office.BEN) == []
    refused(await desk.get("/procedurelogs/GroupNotes"), 400, "PatNum is required")
    good(await desk.delete(f"/procedurelogs/{first['ProcNum']}/GroupNote"))
    assert await listed(desk) == [second]
    refused(await desk.delete(f"/procedurelogs/{first['ProcNum']}/GroupNote"), 404, "Procedure not found.")


async def test_a_group_note_leaves_deleted_procedures_out(desk: Desk) -> None:
    """A procedure that was deleted since then is not among the note's procedures, in a list or an answer."""
    note = await written(desk)
    good(await desk.delete("/procedurelogs/4"))
    assert [row["ProcNums"] for row in await listed(desk)] == [[5]]
    path = f"/procedurelogs/{note['ProcNum']}/GroupNote"
    assert good(await desk.put(path, PatNum=office.ANN, Note="x")).json()["ProcNums"] == [5]


async def test_a_group_note_is_changed_by_path_or_body(desk: Desk) -> None:
    """PUT takes the number in the path and answers the note, or in the body, as older pages have it."""
    note = await written(desk)
    number = note["ProcNum"]
    changed = good(await desk.put(f"/procedurelogs/{number}/GroupNote", PatNum=office.ANN, Note="Better"))
    assert changed.json() == {**note, "Note": "Better"}
    assert not good(await desk.put(PATH, PatNum=office.ANN, ProcNum=number, Note="Best")).content
    assert [row["Note"] for row in await listed(desk)] == ["Best"]
    for refusal in (
        await desk.put(PATH, PatNum=office.ANN, ProcNum=4, Note="x"),
        await desk.put("/procedurelogs/4/GroupNote", PatNum=office.ANN, Note="x"),
        await desk.delete("/procedurelogs/4/GroupNote"),
    ):
        refused(refusal, 400, "~GRP~")
    refused(await desk.put(f"/procedurelogs/{number}/GroupNote", PatNum=office.ANN), 400, "Note is required")
    refused(await desk.put(f"/procedurelogs/{number}/GroupNote", PatNum=office.BEN, Note="x"), 400, "another")


async def test_a_group_note_is_signed_anew_or_cleared(desk: Desk) -> None:
    """A change keeps the signature unless isSigned says otherwise; ProvNum names another provider."""
    path = f"/procedurelogs/{(await written(desk, isSigned='true'))['ProcNum']}/GroupNote"
    kept = good(await desk.put(path, PatNum=office.ANN, Note="a", ProvNum=office.HYG)).json()
    assert (kept["isSigned"], kept["ProvNum"]) == ("true", office.HYG)
    cleared = good(await desk.put(path, PatNum=office.ANN, Note="b", isSigned="false")).json()
    assert (cleared["isSigned"], cleared["ProvNum"]) == ("false", office.HYG)
    assert (
        good(await desk.put(path, PatNum=office.ANN, Note="c", isSigned="true")).json()["isSigned"] == "true"
    )


async def test_only_a_locked_group_note_is_appended_to(desk: Desk) -> None:
    """DoAppendNote puts the present text before the new one, on a locked note only."""
    number = (await written(desk))["ProcNum"]
    path, body = f"/procedurelogs/{number}/GroupNote", {"PatNum": office.ANN, "doAppendNote": "true"}
    refused(await desk.put(path, **body, Note="Later: well"), 400, "locked")
    desk.sql("UPDATE procedurelog SET IsLocked = 1 WHERE ProcNum = ?", number)
    changed = good(await desk.put(path, **body, Note="Later: well")).json()
    assert changed["Note"] == "All well\r\n\r\nLater: well"


async def test_an_older_office_knows_less_of_group_notes(open_desk: Opener) -> None:
    """The list and signatures came with 25.2.38, the note's own provider with 25.3.36."""
    old = open_desk(version="25.2.37")
    assert set(await written(old)) == {"PatNum", "ProcNums", "Note"}
    refused(await old.get("/procedurelogs/GroupNotes", PatNum=office.ANN), 400, "25.2.38")
    refused(await old.post(PATH, **BODY, isSigned="true"), 400, "25.2.38")
    middle = open_desk(version="25.3.35")
    middle.sql("UPDATE patient SET PriProv = ?", office.HYG)
    assert "ProvNum" not in await written(middle)
    refused(await middle.post(PATH, **BODY, ProvNum=office.DOC), 400, "25.3.36")
    newer = open_desk(version="25.3.36")
    newer.sql("UPDATE patient SET PriProv = ?", office.HYG)
    assert (await written(newer))["ProvNum"] == office.HYG
