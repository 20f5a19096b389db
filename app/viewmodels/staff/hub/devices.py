"""The devices of the office hub: listed live, renamed, and refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC

from msgspec import Struct

from app.api.hub.desk import HubDesk
from app.core.clock import Clock, local
from app.core.text import Text, msg, when
from app.viewmodels.staff.hub.words import remove_question
from app.viewmodels.staff.hub.work import HubWork
from app.viewmodels.translation import tr
from app.wire.hub.actions import Kind, Nothing
from app.wire.hub.devices import DEVICES, RENAME, REVOKE, Device, DeviceNamed, Rename
from app.wire.hub.stream import Changed, StreamLine, Topic

_KINDS: dict[Kind, Text] = {Kind.DESK: msg("Desk"), Kind.KIOSK: msg("Kiosk")}
_ITSELF = msg("This PC can't be removed here. Do it at another desk.")


class DeviceRow(Struct, frozen=True):
    """One device, ready to be shown."""

    device_num: int
    name: str
    kind: str
    seen: str
    is_own: bool


class HubDevices:
    """`paired` is called with the devices that were not there before."""

    def __init__(
        self, hub: HubDesk, clock: Clock, work: HubWork, paired: Callable[[tuple[DeviceRow, ...]], None]
    ) -> None:
        self._hub = hub
        self._clock = clock
        self._work = work
        self._paired = paired
        self.rows: tuple[DeviceRow, ...] | None = None
        """Those that are not revoked, this PC first; None: not read yet."""
        self.doubted = 0
        """The device that is about to be refused; 0: none."""
        self.close = hub.stream.watch(self._hear)

    def read(self) -> None:
        """Read them."""
        self._work.run(self._read())

    def rename(self, device_num: int, name: str) -> None:
        """Call a device something else; the same name, or none, changes nothing."""
        known = next((row.name for row in self.rows or () if row.device_num == device_num), "")
        if name.strip() not in ("", known):
            self._work.change(self._rename(device_num, name.strip()))

    def doubt(self, device_num: int) -> None:
        """Ask whether a device is to be refused; 0: it stays."""
        if any(row.is_own and row.device_num == device_num for row in self.rows or ()):
            self._work.say(tr(_ITSELF))
            return
        self.doubted = device_num
        self._work.changed.emit()

    @property
    def question(self) -> str:
        """Whether the doubted device is to be removed; empty: none is."""
        doubted = next((row for row in self.rows or () if row.device_num == self.doubted), None)
        return remove_question(doubted.name) if doubted is not None else ""

    def revoke(self) -> None:
        """Refuse the device that was asked about."""
        if self.doubted:
            self._work.change(self._revoke(self.doubted))

    async def _read(self) -> None:
        told = await self._hub.link.call(DEVICES, Nothing())
        before = None if self.rows is None else {row.device_num for row in self.rows}
        rows = [_row(each, told.own, self._clock) for each in told.devices if not each.revoked]
        self.rows = tuple(sorted(rows, key=lambda row: (not row.is_own, row.name.casefold())))
        if before is not None and (new := tuple(row for row in self.rows if row.device_num not in before)):
            self._paired(new)

    async def _rename(self, device_num: int, name: str) -> None:
        await self._hub.link.call(RENAME, Rename(device_num=device_num, name=name))
        await self._read()

    async def _revoke(self, device_num: int) -> None:
        self.doubted = 0
        await self._hub.link.call(REVOKE, DeviceNamed(device_num=device_num))
        await self._read()

    def _hear(self, line: StreamLine) -> None:
        if self.rows is not None and isinstance(line, Changed) and line.topic is Topic.DEVICES:
            self.read()


def _row(device: Device, own: int, clock: Clock) -> DeviceRow:
    is_own = device.device_num == own
    seen = tr("This PC") if is_own else tr("not seen yet")
    if not is_own and device.seen_at is not None:
        at = local(device.seen_at.replace(tzinfo=UTC), clock)
        seen = tr("last seen: {moment}", moment=when(at, clock.now().date()))
    return DeviceRow(device.device_num, device.name, tr(_KINDS[device.kind]), seen, is_own)
