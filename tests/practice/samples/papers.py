"""A successful call of each method of documents, sheets and subscriptions on the tiny office."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.practice import office_papers as papers

ANN = 1
_SFTP = {"SftpUsername": "me", "SftpPassword": "secret"}
UPLOADED = "site/in/smile.png"

SAMPLES: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "Documents.get": {"DocNum": papers.PHOTO},
        "Documents.list": {"PatNum": ANN},
        "Documents.download_sftp": {"DocNum": papers.PHOTO, **_SFTP, "SftpAddress": "site/out/photo.png"},
        "Documents.upload_sftp": {"PatNum": ANN, **_SFTP, "SftpAddress": UPLOADED},
        "Documents.upload": {"PatNum": ANN, "rawBase64": papers.in_base64(papers.RED), "extension": ".png"},
        "Documents.thumbnails": {"PatNum": ANN, **_SFTP, "SftpAddress": "site/thumbs/"},
        "Documents.download_mount": {"MountNum": papers.BITEWINGS, **_SFTP, "SftpAddress": "site/mounts/"},
        "Documents.set_by_url": {"PatNum": ANN, "url": "https://images.example.com/smile.jpg"},
        "Documents.update": {"DocNum": papers.PHOTO, "Description": "Smile"},
        "Documents.delete": {"DocNum": papers.LETTER},
        "SheetFieldDefs.get": {"SheetFieldDefNum": 1},
        "SheetDefs.get": {"SheetDefNum": papers.FORM},
        "SheetFields.get": {"SheetFieldNum": papers.HEADING},
        "SheetFields.list": {"SheetNum": papers.SIGNED_SHEET},
        "SheetFields.update": {"SheetFieldNum": papers.LAST_NAME, "FieldValue": "x"},
        "Sheets.list": {"PatNum": ANN},
        "Sheets.create": {"SheetDefNum": papers.FORM, "PatNum": ANN},
        "Sheets.download_sftp": {"SheetNum": papers.SIGNED_SHEET, **_SFTP, "SftpAddress": "site/sheets/"},
        "Subscriptions.create": {
            "EndPointUrl": "http://localhost:2097/",
            "WatchTable": "Appointment",
            "PollingSeconds": 5,
        },
        "Subscriptions.update": {"SubscriptionNum": papers.WATCHED, "PollingSeconds": 30},
        "Subscriptions.delete": {"SubscriptionNum": papers.WATCHED},
    }
)


def put_files(folder: Path) -> None:
    """Put the files that these calls read on the SFTP server."""
    file = folder / UPLOADED
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(papers.RED)
