"""Documents: reading, changing, deleting. Files are kept in the database, so no path is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

import sqlalchemy as sa

from app.practice.rules.teeth import expanded_teeth
from app.practice.schema.documents import document, mount
from app.practice.schema.office import definition, provider
from app.practice.server.audit import log
from app.practice.server.listings import NOW, Filter, Listing, columns_of, name_behind
from app.practice.server.references import first_definition, refuse_deleted_patient
from app.practice.server.refusals import BadRequest
from app.practice.server.routing import serves
from app.practice.server.wireform import Expression, IsoText, for_columns, quoted, yes_no
from app.practice.server.work import Given, Outcome, Work
from app.wire.resources.documents import Document, DocumentOrMount, Documents

IMAGE_CATEGORIES = 18
_D, _M = document.c, mount.c
_COLUMNS = ("Description", "DateCreated", "DocCategory", "ImgType", "ProvNum", "PrintHeading")

ROWS = Listing(
    name="Document",
    columns=lambda: columns_of(Document, document, {"docCategory": category_name(_D.DocCategory)}),
    source=document,
    filters={"DocNum": Filter(_D.DocNum)},
    order=(_D.DocNum,),
)


def category_name(column: sa.Column[Any]) -> Expression:
    """The name of a document's category."""
    return name_behind(column, definition.c.DefNum, definition.c.ItemName)


def _number(text: str) -> Expression:
    return sa.literal_column(text, sa.Integer())


_BOTH = sa.union_all(
    sa.select(
        _D.DocNum.label("DocNum"),
        _number("0").label("MountNum"),
        _D.Description.label("Description"),
        _D.PatNum.label("PatNum"),
        _D.Note.label("Note"),
        IsoText(_D.DateCreated).label("DateCreated"),
        category_name(_D.DocCategory).label("docCategory"),
        _D.DocCategory.label("Category"),
        _D.ToothNumbers.label("ToothNumbers"),
        _D.ProvNum.label("ProvNum"),
        yes_no(_D.PrintHeading).label("PrintHeading"),
        IsoText(_D.DateTStamp).label("DateTStamp"),
    ).where(_D.MountItemNum == _number("0")),
    sa.select(
        _number("0"),
        _M.MountNum,
        _M.Description,
        _M.PatNum,
        _M.Note,
        IsoText(_M.DateCreated),
        category_name(_M.DocCategory),
        _M.DocCategory,
        quoted(""),
        _M.ProvNum,
        quoted(""),
        quoted(""),
    ),
).subquery("documents_and_mounts")
_B = _BOTH.c


def _both_columns() -> Mapping[str, Expression]:
    computed = {
        "filePath": quoted(""),
        "PatNum": sa.cast(_B.PatNum, sa.String(20)),
        "ProvNum": sa.cast(_B.ProvNum, sa.String(20)),
        "DocCategory": _B.Category,
        "serverDateTime": NOW,
    }
    return {
        name: computed[name] if name in computed else _B[name] for name in DocumentOrMount.__struct_fields__
    }


LINES = Listing(
    name="DocumentOrMount",
    columns=_both_columns,
    source=_BOTH,
    filters={"PatNum": Filter(cast(sa.Column[Any], _B.PatNum), plain=True)},
    order=(_B.DateCreated, _B.MountNum, _B.DocNum),
)


@serves(Documents.get)
def get(work: Work, given: Given) -> Outcome:
    """One document, without its file."""
    return work.one(ROWS, "Document", given)


@serves(Documents.list)
def list_(work: Work, given: Given) -> Outcome:
    """A patient's documents and mounts by DateCreated; images on a mount are included."""
    return work.page(LINES, given)


@serves(Documents.update)
def update(work: Work, given: Given) -> Outcome:
    """Change a document's data; its file stays."""
    before = work.find(document, given["DocNum"], "Document")
    refuse_deleted_patient(work, before.PatNum)
    _refuse_hidden_provider(work, given.get("ProvNum", 0))
    work.update(document, before.DocNum, values_of(given))
    log(work, "ImageEdit", "Document changed.", pat_num=before.PatNum, key=before.DocNum)
    return work.one(ROWS, "Document", {"DocNum": before.DocNum})


@serves(Documents.delete)
def delete(work: Work, given: Given) -> Outcome:
    """Delete a document with its file."""
    row = work.find(document, given["DocNum"], "Document")
    refuse_deleted_patient(work, row.PatNum)
    work.connection.execute(sa.delete(document).where(_D.DocNum == row.DocNum))
    log(work, "ImageDelete", "Document deleted.", pat_num=row.PatNum, key=row.DocNum)
    return None


def values_of(given: Given) -> dict[str, Any]:
    """A document's columns from a request, with tooth ranges expanded."""
    values = for_columns(document, given, _COLUMNS)
    if "ToothNumbers" in given:
        values["ToothNumbers"] = expanded_teeth(given["ToothNumbers"])
    return values


def add_document(work: Work, given: Given, values: Mapping[str, Any]) -> int:
    """Insert a document; dated today and in the first image category by default."""
    found = values_of(given)
    if not found.get("DocCategory"):
        found["DocCategory"] = first_definition(work, IMAGE_CATEGORIES)
    row = {"PatNum": given["PatNum"], "DateCreated": work.now, **found, **values}
    key = work.insert(document, row)
    log(work, "ImageCreate", "Document added.", pat_num=given["PatNum"], key=key)
    return key


def _refuse_hidden_provider(work: Work, prov_num: int) -> None:
    hidden = sa.select(provider.c.IsHidden).where(provider.c.ProvNum == prov_num)
    if prov_num and work.connection.execute(hidden).scalar():
        raise BadRequest("ProvNum is invalid: the provider is hidden.")
