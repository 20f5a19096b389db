"""Several devices on one key: whose request is sent first, and what a hub is told about who waits."""

from __future__ import annotations

from itertools import pairwise

from app.api.need import Need
from app.api.pace import PAID_PACE
from app.api.request_queue import RESCUED_EVERY, STARVED_SECONDS
from tests.api.conftest import MakeBench
from tests.api.script import Bench, read
from tests.support.manual_clock import settle

ANN, BEN, EVE = 1, 2, 3


async def busy(make_bench: MakeBench) -> Bench:
    """A bench on a key of one request a second, which is serving one."""
    bench = make_bench(pace=PAID_PACE)
    bench.ask(read("/first"))
    await settle()
    return bench


async def test_devices_take_turns(make_bench: MakeBench) -> None:
    """One desk's many requests don't hold up the few of another."""
    bench = await busy(make_bench)
    for number in range(4):
        bench.ask(read(f"/ann{number}"), Need.SCREEN, ANN)
    for number in range(2):
        bench.ask(read(f"/ben{number}"), Need.SCREEN, BEN)
    await bench.clock.advance(30)
    assert bench.script.paths[1:] == ["/ann0", "/ben0", "/ann1", "/ben1", "/ann2", "/ann3"]


async def test_a_click_overtakes_the_prefetches_of_all_desks(make_bench: MakeBench) -> None:
    """However many prefetches of others wait."""
    bench = await busy(make_bench)
    for owner in (ANN, BEN):
        for number in range(3):
            bench.ask(read(f"/{owner}/{number}"), Need.PREFETCH, owner)
    bench.ask(read("/click"), Need.CLICK, EVE)
    await bench.clock.advance(2)
    assert bench.script.paths[1] == "/click"


async def test_prefetches_do_not_cost_a_desk_its_next_click(make_bench: MakeBench) -> None:
    """Turns are counted for each need by itself."""
    bench = await busy(make_bench)
    for number in range(9):
        bench.ask(read(f"/ann{number}"), Need.PREFETCH, ANN)
    bench.ask(read("/ann"), Need.CLICK, ANN)
    bench.ask(read("/ben"), Need.CLICK, BEN)
    await bench.clock.advance(3)
    assert bench.script.paths[1:3] == ["/ann", "/ben"]


async def test_no_desk_starves(make_bench: MakeBench) -> None:
    """A desk that only refreshes is served although another one clicks without end; the clicks hardly notice."""
    bench = await busy(make_bench)
    bench.ask(read("/ben"), Need.REFRESH, BEN)
    for number in range(40):
        bench.ask(read(f"/ann{number}"), Need.CLICK, ANN)
    await bench.clock.advance(STARVED_SECONDS + 2 * RESCUED_EVERY)
    assert "/ben" in bench.script.paths


async def test_a_click_waits_for_one_starving_desk_only(make_bench: MakeBench) -> None:
    """Of all requests at most one in four is sent because somebody starves."""
    bench = await busy(make_bench)
    for owner in range(10, 30):
        bench.ask(read(f"/idle/{owner}"), Need.PREFETCH, owner)
    for number in range(60):
        bench.ask(read(f"/ann{number}"), Need.CLICK, ANN)
    await bench.clock.advance(60)
    rescued = [place for place, path in enumerate(bench.script.paths) if path.startswith("/idle")]
    assert len(rescued) > 5
    assert min(later - one for one, later in pairwise(rescued)) >= RESCUED_EVERY


async def test_a_read_that_two_desks_wait_for_takes_the_better_turn(make_bench: MakeBench) -> None:
    """The tenth read of one desk is sent early if it is the first of another."""
    bench = await busy(make_bench)
    for number in range(5):
        bench.ask(read(f"/day{number}"), Need.SCREEN, ANN)
    shared = bench.ask(read("/day4"), Need.SCREEN, BEN)
    await bench.clock.advance(2)
    await bench.clock.advance(1)
    assert "/day4" in bench.script.paths[:3]
    assert shared.done()


async def test_only_the_device_that_waits_is_counted(make_bench: MakeBench) -> None:
    """A shared read counts for each device that waits for it."""
    bench = await busy(make_bench)
    bench.ask(read("/day"), Need.SCREEN, ANN)
    bench.ask(read("/day"), Need.SCREEN, BEN)
    bench.ask(read("/other"), Need.SCREEN, ANN)
    await settle()
    assert [bench.broker.waiting_of(each) for each in (ANN, BEN, EVE)] == [2, 1, 0]


async def test_a_hub_is_told_who_waits(make_bench: MakeBench) -> None:
    """Each request has its need in a header; without a hub there is no such header."""
    told, plain = make_bench(need_header="front-desk-need"), make_bench()
    for bench in (told, plain):
        bench.ask(read("/day"), Need.REFRESH)
    await settle()
    assert told.script.sent[0].headers == {"front-desk-need": "2"}
    assert plain.script.sent[0].headers == {}


async def test_a_hub_learns_that_a_prefetch_has_become_a_click(make_bench: MakeBench) -> None:
    """A click on what is being prefetched is sent too: the hub, which holds the prefetch back, merges the two."""
    bench = make_bench(need_header="front-desk-need", takes=5.0)
    prefetch = bench.ask(read("/day"), Need.PREFETCH)
    await settle()
    bench.script.takes = 1.0
    click = bench.ask(read("/day"), Need.CLICK)
    await bench.clock.advance(1)
    assert [each.headers["front-desk-need"] for each in bench.script.sent] == ["3", "0"]
    assert click.done()
    await bench.clock.advance(5)
    assert prefetch.done()
