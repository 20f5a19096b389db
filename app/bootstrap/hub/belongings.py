"""What a PC had of its own before it was paired with a hub: collected once, and offered to the office."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app.bootstrap.loading import load, load_here
from app.bootstrap.office_files import audit_path, office_mark

if TYPE_CHECKING:  # these load at a desk of a hub
    from app.bootstrap.session import OfficeConnection
    from app.core.clock import Clock
    from app.sealed.sealing import Seal
    from app.services.audit.state import Anchor
    from app.services.hub.moving import Belongings
    from app.viewmodels.staff.desk import DeskViewModel

log = logging.getLogger(__name__)


async def offer_belongings(desk: DeskViewModel, own: OfficeConnection | None = None) -> None:
    """Offer what is not decided yet. `own`: the office without a hub that was open here until this PC was paired.

    Nothing of it is changed there: the PC works with it again once it isn't paired any more.
    """
    if (shared := desk.parts.shared) is None:
        return
    await load("app.services.hub.moving")
    from app.services.hub.moving import Moving

    parts = desk.parts
    moving = Moving(parts.journal.store.documents, shared, parts.audit, parts.clock)
    await moving.load()
    if own is not None and moving.own.decided and (found := await _collected(own, parts.clock)) is not None:
        await moving.keep(found)
    if moving.own.decided:
        return
    await load_here("app.viewmodels.staff.people.brought")
    from app.viewmodels.staff.people.brought import BroughtViewModel

    desk.people.brought = BroughtViewModel(desk, moving)
    desk.people.brought.taken.connect(desk.people.switch_asked)


async def _collected(own: OfficeConnection, clock: Clock) -> Belongings | None:
    """What is in the store of the PC's own office; None: nothing, or it can't be read."""
    from app.bootstrap.people.staff import open_staff
    from app.sealed.errors import LocalStoreError
    from app.sealed.key_slots import OFFICE, VAULT
    from app.sealed.seal import AesGcmSeal, key_from
    from app.sealed.store import LocalStore
    from app.services.audit.late import LateAudit
    from app.services.hub.moving import collected

    if own.secrets is None or not own.store_path.exists():
        return None
    seals: dict[str, Seal] = {OFFICE: AesGcmSeal(key_from(own.keys.secret))}
    if own.seal_key is not None:
        seals[VAULT] = AesGcmSeal(own.seal_key)
    try:
        store = await LocalStore.open(own.store_path, seals, clock)
        try:
            staff = await open_staff(own, store, clock, LateAudit(clock, lambda: own.who, ""))
            anchor = await asyncio.to_thread(_audit_end, own, seals)
            book, office = staff.people.book, own.store_path.stem
            found = await collected(book, store.documents, own.secrets, office, anchor)
        finally:
            await store.close()
    except LocalStoreError as error:
        log.warning("what this PC had of its own can't be read: %s", type(error).__name__)
        return None
    return None if found.is_empty else found


def _audit_end(own: OfficeConnection, seals: dict[str, Seal]) -> Anchor | None:
    """The end of the PC's own audit; None if there is none that can be read. Blocks."""
    from app.sealed.errors import LocalStoreError
    from app.services.audit.file import Altered, AuditFile

    path = audit_path(own.store_path)
    if not path.exists():
        return None
    try:
        file = AuditFile(path, seals, office_mark(own.address, own.keys))
    except (Altered, LocalStoreError):
        return None
    try:
        return file.anchor
    finally:
        file.close()
