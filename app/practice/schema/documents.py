"""Images and files of patients, mounts, and event subscriptions."""

from __future__ import annotations

from sqlalchemy import Index

from app.practice.schema.columns import (
    code,
    color,
    flag,
    key,
    moment,
    num,
    prose,
    real,
    table,
    volume,
    whole,
    word,
)
from app.practice.schema.enums.papers import IMAGE_TYPE

document = table(
    "document",
    key("DocNum"),
    word("Description"),
    moment("DateCreated"),
    num("DocCategory", "definition.DefNum"),
    num("PatNum", "patient.PatNum"),
    word("FileName"),
    code("ImgType", IMAGE_TYPE),
    flag("IsFlipped"),
    real("DegreesRotated"),
    word("ToothNumbers"),
    volume("Note"),
    flag("SigIsTopaz"),
    prose("Signature"),
    whole("CropX"),
    whole("CropY"),
    whole("CropW"),
    whole("CropH"),
    whole("WindowingMin"),
    whole("WindowingMax"),
    num("MountItemNum", "mountitem.MountItemNum"),
    moment("DateTStamp"),
    volume("RawBase64"),
    prose("Thumbnail"),
    word("ExternalGUID"),
    word("ExternalSource"),
    num("ProvNum", "provider.ProvNum"),
    flag("IsCropOld"),
    prose("OcrResponseData"),
    whole("ImageCaptureType"),
    flag("PrintHeading"),
    whole("ChartLetterStatus"),
    num("UserNum", "userod.UserNum"),
    word("ChartLetterHash"),
)

mount = table(
    "mount",
    key("MountNum"),
    num("PatNum", "patient.PatNum"),
    num("DocCategory", "definition.DefNum"),
    moment("DateCreated"),
    word("Description"),
    prose("Note"),
    whole("Width"),
    whole("Height"),
    color("ColorBack"),
    num("ProvNum", "provider.ProvNum"),
    color("ColorFore"),
    color("ColorTextBack"),
    flag("FlipOnAcquire"),
    flag("AdjModeAfterSeries"),
)

mountitem = table(
    "mountitem",
    key("MountItemNum"),
    num("MountNum", "mount.MountNum"),
    whole("Xpos"),
    whole("Ypos"),
    whole("ItemOrder"),
    whole("Width"),
    whole("Height"),
    whole("RotateOnAcquire"),
    word("ToothNumbers"),
    prose("TextShowing"),
    real("FontSize"),
)

apisubscription = table(
    "apisubscription",
    key("ApiSubscriptionNum"),
    word("EndPointUrl"),
    word("Workstation"),
    word("CustomerKey"),
    word("WatchTable"),
    whole("PollingSeconds"),
    word("UiEventType"),
    moment("DateTimeStart"),
    moment("DateTimeStop"),
    word("Note"),
)

INDEXES = (
    Index("DocumentPatNum", document.c.PatNum, document.c.DateCreated),
    Index("DocumentMountItemNum", document.c.MountItemNum),
    Index("MountPatNum", mount.c.PatNum),
    Index("MountItemMountNum", mountitem.c.MountNum),
)
"""Collected by `indexes` once all tables are declared."""
