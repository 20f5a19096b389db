"""Signatures made through the API: a line of text instead of a drawing."""

from __future__ import annotations

from app.practice.server.formats import net_format
from app.practice.server.work import Work

DEVELOPER = "Front Desk"
"""The key holder: the developer must keep the drawn signature."""


def signature(work: Work) -> str:
    """The text in place of a signature: who signed on whose behalf, and when."""
    moment = net_format(work.now, "MM/dd/yyyy HH:mm:ss tt")
    return f"Digitally Signed by {DEVELOPER} Date Signed: {moment}"
