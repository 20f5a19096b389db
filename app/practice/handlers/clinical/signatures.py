"""Signatures that come through the API: a line of text in place of a drawing."""

from __future__ import annotations

from app.practice.server.formats import net_format
from app.practice.server.work import Work

DEVELOPER = "Front Desk"
"""Whose keys the practice gives out; the developer has to keep the signature that was drawn."""


def signature(work: Work) -> str:
    """What stands where a signature would: who signed for the signer, and when."""
    moment = net_format(work.now, "MM/dd/yyyy HH:mm:ss tt")
    return f"Digitally Signed by {DEVELOPER} Date Signed: {moment}"
