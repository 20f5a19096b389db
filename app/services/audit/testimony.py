"""What a witness's anchor proves about a file."""

from __future__ import annotations

from app.services.audit.chain import Head
from app.services.audit.file import Altered, AuditFile
from app.services.audit.state import UNKNOWN, Anchor, Finding
from app.services.audit.witness import Testimony


def contradiction(file: AuditFile, opened: Head, name: str, said: Testimony) -> Altered | None:
    """What is wrong with a file, whose end was `opened` at the start of this run; None: it fits.

    `name` is the witness's.
    """
    anchor = said.anchor
    if anchor is None or _is_of_before(file, name, anchor) or anchor.chain in file.state.before:
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


def is_gone(file: AuditFile, name: str, said: Testimony) -> bool:
    """Whether a witness that has held this chain's end doesn't any more, or holds that of a chain before it again."""
    if said.silent or name not in file.state.witnesses:
        return said.altered
    return said.anchor is None or said.anchor.chain in file.state.before


def _is_of_before(file: AuditFile, name: str, anchor: Anchor) -> bool:
    """Whether a witness was told of a chain before this one only: a crash came in between."""
    state = file.state
    if name in state.witnesses or anchor.chain == state.chain:
        return False
    return anchor.chain in state.before or UNKNOWN in state.before
