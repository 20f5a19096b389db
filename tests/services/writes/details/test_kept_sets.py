"""Sets of procedures that are kept on disk until they are done."""

from __future__ import annotations

from datetime import timedelta

import msgspec
from msgspec.structs import replace

from app.journal.entries import Author
from app.journal.journal import KEPT_DAYS, REMEMBERED
from app.services.writes.details.kept_sets import NAME, KeptSets
from app.services.writes.details.procedures import add_intent
from tests.services.front_desk import Desk, Town

CODES = ("D1110", "D0120", "D9986")


def sets_of(desk: Desk) -> KeptSets:
    """The sets of a desk."""
    return KeptSets(desk.outbox.journal, desk.office.clock)


async def test_what_the_journal_has_was_sent(desk: Desk) -> None:
    """Of a set the journal knows which writes were sent; an undo of one is none of them."""
    sets, visit = sets_of(desk), desk.visit()
    intents = [add_intent(visit, code) for code in CODES]
    kept = await sets.keep(visit.apt_num, visit.pat_num, visit.name, intents, follows=False)
    assert (await sets.standing(kept)).left == kept.intents
    first = await desk.writes.send(kept.intents[0])
    await desk.writes.undo(first)
    standing = await sets.standing(kept)
    assert [entry.id for entry in standing.sent] == [first.id]
    assert [each.arguments["procCode"] for each in standing.left] == list(CODES[1:])
    assert standing.is_settled


async def test_however_much_was_written_since(desk: Desk) -> None:
    """What a set has sent is known when the journal's latest entries are others."""
    sets, visit, journal = sets_of(desk), desk.visit(), desk.outbox.journal
    intents = [add_intent(visit, code) for code in CODES]
    kept = await sets.keep(visit.apt_num, visit.pat_num, visit.name, intents, follows=False)
    sent = await desk.writes.send(kept.intents[0])
    for _ in range(REMEMBERED):
        await journal.add(add_intent(visit, "D0220"), Author())
    assert sent not in journal.recent(REMEMBERED)
    assert (await sets.standing(kept)).left == kept.intents[1:]


async def test_what_the_journal_may_have_dropped_is_not_offered(desk: Desk) -> None:
    """A set older than the journal's entries is gone: what of it was sent can't be known, so nothing is sent twice."""
    sets, visit = sets_of(desk), desk.visit()
    kept = await sets.keep(
        visit.apt_num, visit.pat_num, visit.name, [add_intent(visit, CODES[0])], follows=True
    )
    documents, now = desk.outbox.journal.store.documents, desk.office.clock.utc()
    old = replace(kept, begun_at=now - timedelta(days=KEPT_DAYS))
    await documents.put(NAME, msgspec.json.encode([old]), now)
    assert await sets_of(desk).load() == ()
    assert await documents.get(NAME) is None


async def test_it_is_on_disk_until_it_is_dropped(town: Town, desk: Desk) -> None:
    """The next run finds it as it was, and nothing of one that is done."""
    sets, visit = sets_of(desk), desk.visit()
    one, other = [
        await sets.keep(visit.apt_num, visit.pat_num, visit.name, [add_intent(visit, code)], follows=True)
        for code in CODES[:2]
    ]
    assert await sets.load() == (), "this run is still sending them"
    assert await sets_of(desk).load() == (one, other)
    await sets.drop(one)
    assert await sets_of(desk).load() == (other,)
    await sets.drop(other)
    assert await desk.outbox.journal.store.documents.get(NAME) is None


async def test_what_this_version_cannot_read_is_none(desk: Desk) -> None:
    """A set of another version doesn't stop the program, and hides no other set; it stays for that version."""
    documents, visit = desk.outbox.journal.store.documents, desk.visit()
    await documents.put(NAME, b'[{"newer": 1}]', desk.office.clock.utc())
    assert await sets_of(desk).load() == ()
    sets = sets_of(desk)
    kept = await sets.keep(
        visit.apt_num, visit.pat_num, visit.name, [add_intent(visit, CODES[0])], follows=True
    )
    assert await sets_of(desk).load() == (kept,)
    await sets.drop(kept)
    stored = await documents.get(NAME)
    assert stored is not None
    assert msgspec.json.decode(stored.data) == [{"newer": 1}]
