"""The office's procedure codes, read once for everybody."""

from __future__ import annotations

import asyncio

import pytest

from app.api.errors import ApiError
from app.api.need import Need
from app.api.transport import Answer
from tests.support.bench_office import Bench

CATEGORY = 11


async def test_they_are_read_once(bench: Bench) -> None:
    """Who needs them at the same time or later asks the office no second time, but for a code that isn't known."""
    codes = bench.office.codes
    bench.wire.take()
    first, second = await asyncio.gather(codes.read(Need.CLICK), codes.read(Need.PREFETCH))
    assert first is second
    assert len(bench.wire.take()) == 1
    await codes.read(Need.CLICK, first.keys())
    assert not bench.wire.take()
    await codes.read(Need.CLICK, {999_999})
    assert len(bench.wire.take()) == 1


async def test_a_hidden_category_is_not_offered(bench: Bench) -> None:
    """Codes in a hidden category are not offered; they are still known."""
    rows = await bench.office.codes.read(Need.CLICK)
    code = min(rows.values(), key=lambda row: row.CodeNum)
    bench.sql(
        "INSERT INTO definition (DefNum, Category, ItemName, IsHidden) VALUES (900, ?, 'Never used', 1),"
        " (901, ?, 'Used', 0)",
        CATEGORY,
        CATEGORY,
    )
    bench.sql("UPDATE procedurecode SET ProcCat = 901")
    bench.sql("UPDATE procedurecode SET ProcCat = 900 WHERE CodeNum = ?", code.CodeNum)
    await bench.office.codes.read(Need.CLICK, {999_999})
    offered = await bench.office.codes.offered(Need.CLICK)
    assert code.ProcCode not in [row.ProcCode for row in offered]
    assert len(offered) == len(rows) - 1
    assert [row.ProcCode for row in offered] == sorted(row.ProcCode for row in offered)


async def test_a_failure_is_not_remembered(bench: Bench) -> None:
    """What could not be read is read when it is needed next; without the categories all codes are offered."""
    bench.wire.spoil("/procedurecodes", Answer(404, {}, b"gone"), times=1)
    with pytest.raises(ApiError):
        await bench.office.codes.read(Need.CLICK)
    bench.wire.spoil("/definitions", Answer(404, {}, b"gone"))
    rows = await bench.office.codes.read(Need.CLICK)
    assert len(await bench.office.codes.offered(Need.CLICK)) == len(rows)
