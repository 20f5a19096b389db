"""Patient search: in memory first, then in the office."""

from __future__ import annotations

import unicodedata

import pytest

from app.api.errors import Unreachable
from app.api.modes import Mode
from app.api.need import Need
from app.core.tasks import TaskScope
from app.domain.people.index import PeopleIndex
from app.domain.people.typos import similar
from app.services.patients.search import PatientSearch
from app.store.office import NAMES as PATIENT_NAMES
from app.store.topics import Part, Topic
from tests.practice import office as tiny
from tests.support.bench_office import ALL, Bench, BenchMaker
from tests.support.spellings import NAMES, SPELLINGS, TYPOS


@pytest.fixture
def search(bench: Bench) -> PatientSearch:
    """A search with an empty memory."""
    search = PatientSearch(bench.client, bench.office)
    search.forgive_typos(similar)
    return search


TYPED: tuple[tuple[str, list[int]], ...] = (
    ("berg", [tiny.ANN, tiny.BEN]),
    ("Berg, A", [tiny.ANN]),
    ("ann berg", [tiny.ANN]),
    ("b berg", [tiny.BEN]),
    ("cara", [tiny.CARA]),
    ("coco", [tiny.CARA]),
    ("555-0101", [tiny.ANN]),
    ("(541) 555 0199", [tiny.CARA]),
    ("2/3/1980", [tiny.ANN]),
    ("1980-02-03", [tiny.ANN]),
    ("020380", [tiny.ANN]),
    ("Feb 3 1980", [tiny.ANN]),
    ("3 February 1980", [tiny.ANN]),
    ("b" * 300, []),
    ("berg " + "b" * 300, []),
    ("b" * 300 + ", ann", []),
    ("5" * 300, []),
    ("berg 2/3/80", [tiny.ANN]),
    ("gone", []),
    ("nobody", []),
    ("", []),
    ("b", []),
)


async def test_the_office_finds_whatever_is_typed(search: PatientSearch, bench: Bench) -> None:
    """Names in any order, phone numbers and birthdates are found; deleted patients are not."""
    for typed, numbers in TYPED:
        bench.office.people.index = PeopleIndex()
        assert [hit.person.pat_num for hit in await search.search(typed)] == numbers, typed


async def test_what_was_found_is_known_from_then_on(search: PatientSearch, bench: Bench) -> None:
    """A patient found in the office is found again without a request, with all distinguishing details."""
    await bench.office.office_lists.read_missing()
    assert search.known("diaz") == ()
    await search.search("diaz")
    bench.wire.take()
    hit = search.known("coco")[0]
    assert bench.wire.take() == []
    assert (hit.person.display, hit.age, hit.clinic, hit.status) == ('Diaz, Cara "Coco"', None, "Hill", "")
    ann = (await search.search("ann"))[0]
    assert (ann.age, ann.person.phone, ann.clinic, ann.active) == (46, "(541) 555-0101", "Harbor", True)


async def test_who_comes_today_is_first(search: PatientSearch, bench: Bench) -> None:
    """Of patients who match equally, the one with an appointment today is first."""
    found = [hit.person.pat_num for hit in await search.search("berg")]
    bench.sql("UPDATE appointment SET PatNum = ? WHERE AptNum = ?", found[-1], tiny.VISIT)
    await bench.office.reader.open_days([tiny.TODAY], Need.CLICK)
    assert [hit.person.pat_num for hit in search.known("berg")] == found[::-1]


async def test_archived_and_inactive_patients_are_marked(search: PatientSearch) -> None:
    """Archived and inactive patients are offered and marked."""
    assert [(hit.person.pat_num, str(hit.status)) for hit in await search.search("dove")] == [
        (tiny.ARCHIVED, "archived")
    ]
    assert [(hit.person.pat_num, str(hit.status)) for hit in await search.search("ebbe")] == [
        (tiny.INACTIVE, "inactive")
    ]


async def test_most_searches_cost_one_request(search: PatientSearch, bench: Bench) -> None:
    """One request if it finds someone; memory tells which word is the last name; no request for a single letter."""
    await search.search("berg")
    assert len(bench.wire.take()) == 1
    await search.search("ann berg")
    assert len(bench.wire.take()) == 1
    await search.search("b")
    assert bench.wire.take() == []


async def test_the_office_is_never_asked_by_social_security_number(
    search: PatientSearch, bench: Bench
) -> None:
    """Nine digits are part of a phone number, never an SSN."""
    assert await search.search("900-12-0034") == ()
    assert not any("SSN" in line for line in bench.wire.take())


async def test_without_the_office_memory_still_answers(search: PatientSearch, bench: Bench) -> None:
    """When the server is down a search reports it, and known patients are still found."""
    await search.search("berg")
    bench.wire.down = True
    with pytest.raises(Unreachable):
        await search.search("berg")
    assert len(search.known("berg")) == 2


async def test_filling_reads_everybody_once_and_then_who_changed(search: PatientSearch, bench: Bench) -> None:
    """Memory is filled page by page, later with changes; patients on the schedule get their new name."""
    await bench.office.reader.open_day(tiny.TODAY)
    bench.wire.take()
    await search.fill()
    assert [line.split("&")[0] for line in bench.wire.take()] == ["GET /patients/Simple"]
    assert {hit.person.pat_num for hit in search.known("berg")} == {tiny.ANN, tiny.BEN}
    assert search.known("gone") == ()
    bench.clock.step(400)
    stamp = bench.clock.now().isoformat(" ", "seconds")
    bench.sql("UPDATE patient SET LName = 'Vale', DateTStamp = ? WHERE PatNum = ?", stamp, tiny.ANN)
    bench.changes.clear()
    await search.fill()
    sent = bench.wire.take()
    assert "DateTStamp" in sent[0]
    assert len(sent) == 2  # changed patients, and the alerts of those on the schedule
    assert search.known("vale")[0].person.pat_num == tiny.ANN
    assert [change.dates for change in bench.changes if change.topic is None] == [{tiny.TODAY}]
    assert [change.topic for change in bench.changes if change.topic] == [Topic(Part.PATIENT, tiny.ANN)]


async def test_filling_brings_the_names_that_no_query_could(open_bench: BenchMaker) -> None:
    """Without Queries the filled memory provides the schedule's names, and nothing is read one by one."""
    bench = open_bench(permissions=ALL - {"Queries"})
    await bench.client.probe()
    await bench.office.reader.open_day(tiny.TODAY)
    assert PATIENT_NAMES in bench.office.still_coming([tiny.TODAY])
    await PatientSearch(bench.client, bench.office).fill()
    assert bench.office.still_coming([tiny.TODAY]) == ()


async def test_a_paced_key_is_not_spent_on_filling(open_bench: BenchMaker, tasks: TaskScope) -> None:
    """In Remote mode memory holds only patients seen so far, without requests for others."""
    bench = open_bench(mode=Mode.REMOTE)
    await PatientSearch(bench.client, bench.office).keep_filled()
    assert bench.wire.take() == []


FIRST = 1001
"""The PatNum of the first of the twenty names."""


def plain(name: str) -> str:
    """A name without accents: an office's database ignores them in comparisons, the practice's SQLite doesn't."""
    letters = unicodedata.normalize("NFKD", name.translate(str.maketrans("Øø", "Oo")))
    return "".join(each for each in letters if not unicodedata.combining(each))


async def test_the_office_finds_a_name_however_it_is_spelled(search: PatientSearch, bench: Bench) -> None:
    """While memory is empty the office is asked for a name's pieces: no sign, prefix or typo alone hides anybody."""
    for number, (last, first) in enumerate(NAMES, FIRST):
        bench.sql(
            "INSERT INTO patient (PatNum, LName, FName, PatStatus) VALUES (?, ?, ?, 0)",
            number,
            plain(last),
            plain(first),
        )
    for number, spellings in (*SPELLINGS, *TYPOS[:2]):
        for typed in spellings:
            bench.office.people.index = PeopleIndex(similar=similar)
            found = [hit.person.pat_num for hit in await search.search(plain(typed))]
            assert found[:1] == [number + FIRST - 1], (typed, found, bench.wire.take())
            assert len(bench.wire.take()) <= 7, typed


async def test_the_office_finds_by_every_number(search: PatientSearch, bench: Bench) -> None:
    """A chart number, a PatNum, a phone number as dialed and an ambiguous birthdate find their patient."""
    bench.sql("UPDATE patient SET ChartNumber = 'B-2044' WHERE PatNum = ?", tiny.BEN)
    for typed, number in (
        ("B-2044", tiny.BEN),
        ("b2044", tiny.BEN),
        ("2044", tiny.BEN),
        (str(tiny.CARA), tiny.CARA),
        ("#3", tiny.CARA),
        ("+1 541 555 0101 x22", tiny.ANN),
        ("541–555–0101", tiny.ANN),
        ("3 2 1980", tiny.ANN),
        ("19800203", tiny.ANN),
        ("Feb 3 '80", tiny.ANN),
        ("berg 03/02/80", tiny.ANN),
    ):
        bench.office.people.index = PeopleIndex()
        assert [hit.person.pat_num for hit in await search.search(typed)] == [number], (
            typed,
            bench.wire.take(),
        )


async def test_where_everybody_is_known_only_who_is_new_is_asked_for(
    search: PatientSearch, bench: Bench
) -> None:
    """Once memory is filled, no parts of names are sent to the office."""
    await search.fill()
    bench.wire.take()
    assert await search.search("oconnell") == ()
    assert len(bench.wire.take()) == 2
    assert [hit.person.pat_num for hit in await search.search("bregg")] == []
    assert [hit.person.pat_num for hit in search.known("breg")] == [tiny.ANN, tiny.BEN]
