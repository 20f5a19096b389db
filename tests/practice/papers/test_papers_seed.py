"""The made-up practice's documents: complete, and consistent with the rest."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from app.practice.files.pictures import open_picture
from app.practice.schema.enums import papers as codes
from app.practice.schema.enums.base import EnumCodes
from app.wire.enums import WireEnum
from app.wire.resources.documents import ImageType
from app.wire.resources.sheet_defs import SheetKind
from app.wire.resources.sheet_field_defs import FieldLayoutMode, GrowthKind, TextAlignment
from app.wire.resources.sheet_fields import SheetFieldType
from tests.practice.conftest import Seeded, reading

TODAY = datetime.date(2026, 3, 11)


@pytest.fixture
def office(seeded: Seeded) -> Iterator[sa.Connection]:
    """The practice of a Wednesday in March."""
    with reading(seeded(TODAY)) as connection:
        yield connection


def rows(office: sa.Connection, sql: str) -> list[Any]:
    """The result of a query."""
    return list(office.exec_driver_sql(sql).all())


def test_every_image_can_be_opened(office: sa.Connection) -> None:
    """There are images of each kind, and each is a picture with its own file name."""
    kept = rows(office, "SELECT DISTINCT RawBase64 FROM document")
    assert all(open_picture(base64.b64decode(content)).width() > 20 for (content,) in kept)
    assert len(rows(office, "SELECT DISTINCT ImgType FROM document")) == 3
    (counts,) = rows(office, "SELECT COUNT(*), COUNT(DISTINCT FileName) FROM document")
    assert counts[0] == counts[1] > 500


def test_images_were_taken_at_visits(office: sa.Connection) -> None:
    """No image was taken on a day without a completed appointment."""
    stray = (
        "SELECT COUNT(*) FROM document d WHERE NOT EXISTS (SELECT 1 FROM appointment a WHERE a.PatNum = d.PatNum "
        "AND substr(a.AptDateTime, 1, 10) = substr(d.DateCreated, 1, 10))"
    )
    assert rows(office, stray) == [(0,)]
    assert rows(office, f"SELECT COUNT(*) FROM document WHERE DateCreated >= '{TODAY}'") == [(0,)]


def test_a_mounts_places_hold_its_patients_images(office: sa.Connection) -> None:
    """Each item of a mount is inside it and has one image, of the mount's own patient."""
    odd = (
        "SELECT COUNT(*) FROM mountitem i JOIN mount m USING (MountNum) LEFT JOIN document d "
        "ON d.MountItemNum = i.MountItemNum AND d.PatNum = m.PatNum WHERE d.DocNum IS NULL "
        "OR i.Xpos + i.Width > m.Width OR i.Height > m.Height"
    )
    assert rows(office, odd) == [(0,)]


def test_new_patients_filled_in_their_forms(office: sa.Connection) -> None:
    """A registration has its patient's name and a signature, and is dated on the first appointment."""
    assert rows(office, "SELECT COUNT(*) > 100 FROM sheet") == [(1,)]
    wrong = (
        "SELECT COUNT(*) FROM sheetfield f JOIN sheet s USING (SheetNum) JOIN patient p USING (PatNum) "
        "WHERE f.FieldName = 'LName' AND f.FieldValue <> p.LName"
    )
    assert rows(office, wrong) == [(0,)]
    unsigned = "SELECT COUNT(*) FROM sheetfield WHERE FieldType = 9 AND DateTimeSig < '2000'"
    assert rows(office, unsigned) == [(0,)]


def test_the_training_practice_sends_no_events(office: sa.Connection) -> None:
    """The one subscription is another product's and has expired: a training practice calls nobody."""
    assert rows(office, f"SELECT COUNT(*) FROM apisubscription WHERE DateTimeStop >= '{TODAY}'") == [(0,)]
    assert rows(office, "SELECT COUNT(*) FROM apisubscription") == [(1,)]


@pytest.mark.parametrize(
    ("wire", "kept"),
    [
        (ImageType, codes.IMAGE_TYPE),
        (SheetKind, codes.SHEET_TYPE),
        (SheetFieldType, codes.SHEET_FIELD_TYPE),
        (GrowthKind, codes.GROWTH_BEHAVIOR),
        (TextAlignment, codes.TEXT_ALIGN),
        (FieldLayoutMode, codes.LAYOUT_MODE),
    ],
)
def test_codes_cover_the_wire(wire: type[WireEnum], kept: EnumCodes) -> None:
    """The database's numbers and the wire's names are the same list, in the same order."""
    assert list(kept.texts.values()) == [each.value for each in wire]
