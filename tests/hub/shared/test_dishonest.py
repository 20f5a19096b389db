"""A colleague whose desk says what it likes: the office's audit tells what the hub knows from what only a desk says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import msgspec
import pytest
from msgspec.structs import replace

from app.api.hub.link import HubRefused
from app.hub.shared.audit import OfficeAudit
from app.services.audit.audit import Action, Record, whole
from app.services.audit.chain import Head, following, start_of
from app.wire.hub.audit import AUDIT_DELIVER, DeliverRecords, DeskRecord
from app.wire.hub.people import APPROVE, SIGN_IN, SIGN_OUT, Approve, PinResult, SignIn, SignOut
from tests.hub.shared.desks import ANA, BEN, CAL, PINS, Desk
from tests.support.fast_clock import FastClock
from tests.support.hub_office import HubOffice

MINUTES = timedelta(minutes=1)


class Forger:
    """Writes a chain of its own, as good as a desk's, and delivers it with the desk's token."""

    def __init__(self, desk: Desk, clock: FastClock, hub: HubOffice, chain: str = "forged") -> None:
        self.desk, self.clock, self.hub = desk, clock, hub
        self.chain, self.start, self.head = chain, start_of(chain).digest, start_of(chain)

    async def deliver(self, *said: tuple[str, Action] | Record) -> list[str]:
        """Deliver records of this moment by these people; what the office's audit says of each result."""
        records = [each if isinstance(each, Record) else self.record(*each) for each in said]
        sent, start = [], self.head.digest
        for record in records:
            self.head = following(self.head, record)
            sent.append(self._row(self.head, record))
        asked = DeliverRecords(chain=self.chain, start=start, records=tuple(sent))
        await self.desk.link.call(AUDIT_DELIVER, asked)
        kept = await self.hub.hub.part(OfficeAudit).before(2**62)
        return [each.record.result for each in reversed(kept[: len(records)])]

    def record(
        self, who: str, action: Action, at: datetime | None = None, workstation: str = "PC-2"
    ) -> Record:
        """A record about a payment of 20 dollars."""
        moment = whole(at or self.clock.utc())
        return Record(moment, who, workstation, action, "payment", 7, 1, "done 20.00")

    def _row(self, head: Head, record: Record) -> DeskRecord:
        return DeskRecord(
            number=head.count, digest=head.digest, record=msgspec.Raw(msgspec.json.encode(record))
        )


def marked(results: Sequence[str]) -> list[bool]:
    """Whether each says that only the desk knows it."""
    assert all(each.startswith("done 20.00") for each in results)
    assert all(each in ("done 20.00", "done 20.00 (only Desk 2 says so)") for each in results)
    return ["only Desk 2 says so" in each for each in results]


@pytest.fixture
def forger(desks: tuple[Desk, Desk], clock: FastClock, hub: HubOffice) -> Forger:
    """At the second desk, where nobody is signed in yet."""
    return Forger(desks[1], clock, hub)


async def test_whom_the_hub_knows_there_is_believed(desks: tuple[Desk, Desk], forger: Forger) -> None:
    """Ben is signed in at the desk; Ana is at another one, Cal nowhere, and Zoe isn't on the list."""
    await desks[1].staff.sign_in(BEN.user_num, PINS[2])
    names = ("Ben", "Ana", "Cal", "Zoe", "", "ben")
    results = await forger.deliver(*((name, Action.WRITE) for name in names))
    assert marked(results) == [False, True, True, True, True, True]


async def test_a_write_ends_later_than_its_person_stays(desks: tuple[Desk, Desk], forger: Forger) -> None:
    """Ana's write is recorded under her name while Ben is at the desk, until her token ends there."""
    two = desks[1]
    await two.staff.sign_in(ANA.user_num, PINS[1])
    token = two.link.persons.current
    await two.staff.sign_in(BEN.user_num, PINS[2])
    assert marked(await forger.deliver(("Ana", Action.WRITE))) == [False]
    await two.link.call(SIGN_OUT, SignOut(token=token))
    forger.clock.skip(6 * 60)
    assert marked(await forger.deliver(("Ana", Action.WRITE), ("Ben", Action.WRITE))) == [True, False]


async def test_a_time_can_be_made_up(desks: tuple[Desk, Desk], forger: Forger, hub: HubOffice) -> None:
    """A record of a time when Ana was there is marked once the desk has delivered later ones, in another chain too."""
    two = desks[1]
    await two.staff.sign_in(ANA.user_num, PINS[1])
    then = forger.clock.utc()
    await two.link.call(SIGN_OUT, SignOut(token=two.link.persons.current))
    forger.clock.skip(3600)
    await two.staff.sign_in(BEN.user_num, PINS[2])
    assert marked(await forger.deliver(("Ben", Action.WRITE))) == [False]
    late = forger.record("Ana", Action.WRITE, then + MINUTES)
    assert marked(await forger.deliver(late)) == [True]
    other = Forger(two, forger.clock, hub, "another")
    assert marked(await other.deliver(late)) == [True]
    ahead = forger.record("Ben", Action.WRITE, forger.clock.utc() + timedelta(days=1))
    assert marked(await forger.deliver(ahead, ("Ben", Action.WRITE))) == [True, False]


async def test_a_desk_that_was_without_its_hub_delivers_later(
    desks: tuple[Desk, Desk], forger: Forger
) -> None:
    """What Ben did while the hub was away is his, hours later too."""
    await desks[1].staff.sign_in(BEN.user_num, PINS[2])
    done = [forger.record("Ben", Action.WRITE, forger.clock.utc() + each * MINUTES) for each in (1, 30, 90)]
    forger.clock.skip(2 * 3600)
    assert marked(await forger.deliver(*done)) == [False, False, False]


async def test_who_approves_is_known_by_the_pin(desks: tuple[Desk, Desk], forger: Forger) -> None:
    """Cal consents with his PIN at Ben's desk: that is known, and nothing else of him minutes later."""
    staff = desks[1].staff
    await staff.sign_in(BEN.user_num, PINS[2])
    await staff.people.approve(CAL.user_num, PINS[3], [])
    assert marked(await forger.deliver(("Cal", Action.APPROVE))) == [False]
    forger.clock.skip(6 * 60)
    assert marked(await forger.deliver(("Cal", Action.APPROVE))) == [True]


async def test_where_nobody_is_signed_in(forger: Forger) -> None:
    """A start, an end and a wrong PIN are nobody's; anything else is only said."""
    actions = (Action.START, Action.STOP, Action.SIGN_IN_FAILED, Action.WRITE, Action.EXPORT)
    results = await forger.deliver(*(("Ana", action) for action in actions))
    assert marked(results) == [False, False, False, True, True]


async def test_nobody_speaks_for_another_place(desks: tuple[Desk, Desk], forger: Forger) -> None:
    """Records that name the hub or another desk, and actions that only the hub records."""
    await desks[1].staff.sign_in(BEN.user_num, PINS[2])
    records = [forger.record("Ben", Action.WRITE, None, place) for place in ("Desk 2", "Desk 1", "hub")]
    by_hub = [("Ben", each) for each in (Action.DEVICE, Action.CHECK_IN, Action.KIOSK_EXIT)]
    assert marked(await forger.deliver(*records, *by_hub)) == [False, True, True, True, True, True]


@pytest.mark.parametrize(
    ("at", "who"),
    [
        ("0001-01-01T00:00:00", "Ben"),
        ("2026-03-02T10:00:00", "Ben"),
        ("0001-01-01T00:00:00+05:00", "Ben"),
        ("9999-12-31T23:59:59Z", "Ben"),
        ("2026-03-02T10:00:00Z", "Ben\x1fPC-1"),
        ("noon", "Ben"),
    ],
)
async def test_what_no_desk_writes_is_refused(desks: tuple[Desk, Desk], at: str, who: str) -> None:
    """A record that the office's list couldn't show, or whose fields could be read as others."""
    body = msgspec.json.encode([at, who, "PC-2", "change"])
    try:
        digest = following(start_of("forged"), msgspec.json.decode(body, type=Record)).digest
    except (msgspec.DecodeError, ValueError, OverflowError, OSError):  # the last on Windows
        digest = bytes(32)
    row = DeskRecord(number=1, digest=digest, record=msgspec.Raw(body))
    sent = DeliverRecords(chain="forged", start=start_of("forged").digest, records=(row,))
    with pytest.raises(HubRefused) as refused:
        await desks[1].link.call(AUDIT_DELIVER, sent)
    assert (refused.value.status, refused.value.code) == (409, "chain differs")


@pytest.mark.parametrize("amount", ["NaN", "sNaN", "Infinity", "-5"])
async def test_no_amount_is_no_amount_to_approve(desks: tuple[Desk, Desk], amount: str) -> None:
    """A consent is to an amount that can be compared."""
    two = desks[1]
    await two.staff.sign_in(BEN.user_num, PINS[2])
    demands = msgspec.Raw(msgspec.json.encode([{"right": "refund", "amount": amount}]))
    with pytest.raises(HubRefused) as refused:
        await two.link.call(APPROVE, Approve(user_num=CAL.user_num, pin=PINS[3], demands=demands))
    assert refused.value.status == 400


async def test_what_decides_about_rights_is_recorded_by_the_hub(
    desks: tuple[Desk, Desk], hub: HubOffice
) -> None:
    """Wrong PINs, roles and people, whatever program asked for it."""
    one, two = desks
    wrong = SignIn(user_num=ANA.user_num, pin="9999")
    assert (await two.link.call(SIGN_IN, wrong)).result is PinResult.WRONG
    book = one.people.book
    await one.people.write(book.with_member(replace(BEN, role="lead")).without(CAL.user_num))
    records = [each.record for each in await hub.hub.part(OfficeAudit).before(2**62)][:3]
    assert [
        (each.workstation, each.who, each.action, each.key, each.result) for each in reversed(records)
    ] == [
        ("Desk 2", "Ana", Action.SIGN_IN_FAILED, 1, "wrong PIN (recorded by the hub)"),
        ("Desk 1", "Ana", Action.PERSON, 3, "removed (recorded by the hub)"),
        ("Desk 1", "Ana", Action.PERSON, 2, "role lead (recorded by the hub)"),
    ]
