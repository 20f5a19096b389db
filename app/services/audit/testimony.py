"""What a witness's anchor proves about a file."""

from __future__ import annotations

from app.services.audit.chain import Head
from app.services.audit.file import Altered, AuditFile
from app.services.audit.state import UNKNOWN, Anchor, Finding
from app.services.audit.witness import Testimony


def contradiction(file: AuditFile, opened: Head, said: Testimony) -> Altered | None:
    """What is wrong with a file, whose end was `opened` at the start of this run; None: it fits."""
    anchor = said.anchor
    if anchor is None or is_of_before(file, anchor):
        return None
    if anchor.chain != file.state.chain:
        return Altered(Finding.OTHER)
    if anchor.head.count > opened.count:
        return Altered(Finding.CUT, opened.count + 1)
    if anchor.head.count < file.state.pruned.count:  # told before the old records were deleted
        return None
    if file.digest_at(anchor.head.count) != anchor.head.digest:
        return Altered(Finding.CHANGED, anchor.head.count)
    return None


def is_of_before(file: AuditFile, anchor: Anchor) -> bool:
    """Whether a witness was told of the chain before this one only: a crash came in between."""
    before = file.state.before
    return anchor.chain == before or (before == UNKNOWN and anchor.chain != file.state.chain)


def is_gone(file: AuditFile, name: str, said: Testimony) -> bool:
    """Whether a witness that has held this chain's end doesn't any more."""
    if said.silent or said.anchor is not None:
        return False
    return said.altered or name in file.state.witnesses
