"""Referral sources and targets."""

from __future__ import annotations

from sqlalchemy import Index

from app.practice.schema.attached import refattach
from app.practice.schema.columns import flag, key, moment, num, prose, table, word

referral = table(
    "referral",
    key("ReferralNum"),
    word("LName", 100),
    word("FName", 100),
    word("MName", 100),
    word("SSN", 9),
    flag("UsingTIN"),
    num("Specialty", "definition.DefNum"),
    word("ST", 2),
    word("Telephone", 10),
    word("Address", 100),
    word("Address2", 100),
    word("City", 100),
    word("Zip", 10),
    prose("Note"),
    word("Phone2", 30),
    flag("IsHidden"),
    flag("NotPerson"),
    word("Title"),
    word("EMail"),
    num("PatNum", "patient.PatNum"),
    word("NationalProvID"),
    num("Slip", "sheetdef.SheetDefNum"),
    flag("IsDoctor"),
    flag("IsTrustedDirect"),
    moment("DateTStamp"),
    flag("IsPreferred"),
    word("BusinessName"),
    word("DisplayNote", 4000),
)

INDEXES = (
    Index("ReferralLName", referral.c.LName),
    Index("RefAttachPatNum", refattach.c.PatNum),
    Index("RefAttachReferralNum", refattach.c.ReferralNum),
)
