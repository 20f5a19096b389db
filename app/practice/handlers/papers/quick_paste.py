"""QuickPasteCats and QuickPasteNotes: read."""

from __future__ import annotations

from typing import Any

from app.practice.schema.enums.people import QUICK_PASTE_TYPE
from app.practice.schema.ready_notes import quickpastecat, quickpastenote
from app.practice.server.listings import Filter, Listing, columns_of, encode_rows
from app.practice.server.routing import serves
from app.practice.server.work import Encoded, Given, Outcome, Work
from app.wire.resources.quick_paste_cats import QuickPasteCat, QuickPasteCats
from app.wire.resources.quick_paste_notes import QuickPasteNote, QuickPasteNotes

_C, _N = quickpastecat.c, quickpastenote.c
CAT_ROWS = Listing(
    name="QuickPasteCat",
    columns=lambda: columns_of(QuickPasteCat, quickpastecat),
    source=quickpastecat,
    filters={"QuickPasteCatNum": Filter(_C.QuickPasteCatNum)},
    order=(_C.ItemOrder, _C.QuickPasteCatNum),
)
ROWS = Listing(
    name="QuickPasteNote",
    columns=lambda: columns_of(QuickPasteNote, quickpastenote),
    source=quickpastenote,
    filters={
        "QuickPasteNoteNum": Filter(_N.QuickPasteNoteNum),
        "QuickPasteCatNum": Filter(_N.QuickPasteCatNum),
    },
    order=(_N.QuickPasteCatNum, _N.ItemOrder, _N.QuickPasteNoteNum),
)


@serves(QuickPasteCats.get)
def get_category(work: Work, given: Given) -> Outcome:
    """One category."""
    return Encoded(encode_rows(_in_words(work.row(CAT_ROWS, "QuickPasteCat", given))))


@serves(QuickPasteCats.list)
def list_categories(work: Work, given: Given) -> Outcome:
    """Every category."""
    return Encoded(encode_rows([_in_words(row) for row in work.rows(CAT_ROWS, given)]))


def _in_words(row: Any) -> dict[str, Any]:
    """A category with note types by name; the database stores their numbers separated by commas."""
    numbers = [int(part) for part in row.DefaultForTypes.split(",") if part.strip()]
    kinds = ",".join(QUICK_PASTE_TYPE.text(number) for number in numbers)
    return {**{name: getattr(row, name) for name in row.__struct_fields__}, "DefaultForTypes": kinds}


@serves(QuickPasteNotes.get)
def get(work: Work, given: Given) -> Outcome:
    """One note."""
    return work.one(ROWS, "QuickPasteNote", given)


@serves(QuickPasteNotes.list)
def list_(work: Work, given: Given) -> Outcome:
    """All notes, or those of a category."""
    return work.page(ROWS, given)
