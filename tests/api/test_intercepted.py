"""Whether a sign-in page or proxy answers instead of the office is judged by the newest request."""

from __future__ import annotations

from app.api.transport import Answer
from tests.api.conftest import MakeBench
from tests.api.script import GOOD, read

PAGE = Answer(302, {"location": "https://wifi.example/sign-in"}, b"")


async def test_an_answer_to_an_older_request_does_not_hide_a_sign_in_page(make_bench: MakeBench) -> None:
    """It was on its way before the page was there; the answer to a newer one ends it."""
    bench = make_bench(takes=3)
    bench.script.then("/visits", PAGE)
    older = bench.ask(read("/day"))
    await bench.clock.advance(1)
    bench.script.takes = 1
    bench.ask(read("/visits"))
    await bench.clock.advance(1)
    assert bench.broker.status.intercepted
    await bench.clock.advance(1)
    assert older.result() is GOOD
    assert bench.broker.status.intercepted
    bench.ask(read("/day"))
    await bench.clock.advance(1)
    assert bench.broker.status.connected
