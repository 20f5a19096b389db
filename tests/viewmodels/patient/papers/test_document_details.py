"""The selected document: description and category, edited in place."""

from __future__ import annotations

from app.viewmodels.inline.edit import Phase
from app.viewmodels.staff.patient.papers.documents import DocumentsModel
from tests.journeys.practices import Served
from tests.support.qt_loop import until


async def test_description_and_category(documents: DocumentsModel, served: Served) -> None:
    """Both are saved where they are shown, the list follows, and the other fields stay."""
    row = next(
        each for each in documents.table.model.rows if each.category == "X-rays" and each.type == "PNG"
    )
    documents.select(row)
    details = documents.details
    assert ("Type", "PNG") in details.facts
    edit = details.edits["Description"]
    edit.edit()
    edit.type_text("Periapical of 14")
    assert edit.commit()
    await until(lambda: edit.state.phase is Phase.SHOWN)
    category = details.edits["DocCategory"]
    category.edit()
    place, choice = next(
        (at, each)
        for at, each in enumerate(documents.categories.choices)
        if each.value != row.row.DocCategory
    )
    category.type_text(str(place))
    assert category.commit()
    await until(lambda: category.state.phase is Phase.SHOWN)
    saved = served.sql("SELECT Description, DocCategory FROM document WHERE DocNum = ?", row.key[0])
    assert saved == [("Periapical of 14", choice.value)]
    await until(lambda: details.row is not None and details.row.category == str(choice.title))
    assert documents._desk.notices.undoable is not None


async def test_a_collision(documents: DocumentsModel, served: Served) -> None:
    """If another user changed the description meanwhile, both are shown and nothing is overwritten."""
    row = next(each for each in documents.table.model.rows if each.type == "PNG")
    documents.select(row)
    edit = documents.details.edits["Description"]
    edit.edit()
    served.sql("UPDATE document SET Description = 'Theirs' WHERE DocNum = ?", row.key[0])
    edit.type_text("Ours")
    edit.commit()
    await until(lambda: edit.state.phase is Phase.CONFLICT)
    assert (edit.shown, edit.state.theirs) == ("Ours", "Theirs")
    edit.keep_mine()
    await until(lambda: edit.state.phase is Phase.SHOWN)
    assert served.sql("SELECT Description FROM document WHERE DocNum = ?", row.key[0]) == [("Ours",)]


async def test_a_mount_is_only_read(documents: DocumentsModel) -> None:
    """A mount's fields can't be edited, and say why."""
    documents.select(next(each for each in documents.table.model.rows if each.type == "Mount"))
    edit = documents.details.edits["Description"]
    edit.edit()
    assert edit.state.phase is Phase.SHOWN
    assert "mount" in edit.state.words


async def test_the_categories_come_while_a_description_is_typed(documents: DocumentsModel) -> None:
    """What is being typed stays when the office's categories have been read, and is saved."""
    documents.select(next(each for each in documents.table.model.rows if each.type == "PNG"))
    edit = documents.details.edits["Description"]
    edit.edit()
    edit.type_text("Left side")
    documents.categories.changed.emit()
    assert (edit.state.phase, edit.state.draft) == (Phase.EDITING, "Left side")
    edit.commit()
    await until(lambda: edit.shown == "Left side" and edit.state.phase is Phase.SHOWN)


async def test_a_change_that_waits(documents: DocumentsModel, served: Served) -> None:
    """A document whose description waits for the server shows it and says so, also when selected again."""
    first, second = [each for each in documents.table.model.rows if each.type == "PNG"][:2]
    documents.select(first)
    edit = documents.details.edits["Description"]
    served.faults.unreachable = True
    edit.edit()
    edit.type_text("Waits")
    assert edit.commit()
    await until(lambda: edit.state.tone == "pending" and edit.state.phase is Phase.SHOWN)
    documents.select(second)
    assert (edit.shown, edit.state.words) == (second.row.Description, "")
    documents.select(first)
    assert edit.shown == "Waits"
    assert edit.state.words.startswith("Not sent yet.")
    served.faults.unreachable = False
    await until(lambda: edit.state.words == "Saved")
