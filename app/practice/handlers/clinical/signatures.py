"""Signatures made through the API: a line of text instead of a drawing."""

from __future__ import annotations

from app.practice.server.audit import DEVELOPER
from app.practice.server.formats import net_format
from app.practice.server.work import Work


def signature(work: Work) -> str:
    """The text stored instead of the drawn signature, which the developer must keep: their name and the time."""
    moment = net_format(work.now, "MM/dd/yyyy HH:mm:ss tt")
    return f"Digitally Signed by {DEVELOPER} Date Signed: {moment}"
