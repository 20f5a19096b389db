"""Downloads over a line that breaks, from a source that may have something else. Over real sockets."""

from __future__ import annotations

import pytest

from app.api.downloads import OtherFile, SourceFailed, SourceRefused
from tests.support.updates.source import (
    INSTALLER,
    OURS,
    SETUP,
    Asked,
    Pc,
    answer,
    file_of,
    offered,
    release,
    web,
)


@pytest.mark.parametrize(
    "sent", [INSTALLER[:-1], INSTALLER[:1000], INSTALLER + b"x", b"", b"x" * len(INSTALLER)]
)
async def test_half_a_file_or_another_one_is_thrown_away(pc: Pc, sent: bytes) -> None:
    """Shorter, longer, empty or of the same size: it isn't kept, and the reason is said."""
    async with web(offered(OURS, installer=sent)) as server:
        with pytest.raises(OtherFile, match=SETUP):
            await pc.download(server)
    assert pc.kept == []


async def test_a_huge_file_is_left_as_soon_as_it_is_too_long(pc: Pc) -> None:
    """Also one that doesn't say its size."""
    part = b"x" * 65_536
    chunk = b"10000\r\n" + part + b"\r\n"
    head = b"HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n"
    async with web(lambda _: head + chunk * 100) as server:
        with pytest.raises(OtherFile):
            await pc.download(server)
    assert pc.kept == []


async def test_an_interrupted_download_is_continued(pc: Pc) -> None:
    """The next try asks for the rest only, provided that it is the rest of the same file."""
    half = len(INSTALLER) // 2

    def interrupted(asked: Asked) -> bytes:
        if "range" not in asked.headers:
            return answer(INSTALLER[:half], 'ETag: "1"', length=len(INSTALLER))
        assert (asked.headers["range"], asked.headers["if-range"]) == (f"bytes={half}-", '"1"')
        span = f"Content-Range: bytes {half}-{len(INSTALLER) - 1}/{len(INSTALLER)}"
        return answer(INSTALLER[half:], span, status=206)

    async with web(interrupted) as server:
        with pytest.raises(SourceFailed):
            await pc.download(server)
        assert pc.kept == [f"{SETUP}.part", f"{SETUP}.part.json"]
        assert (await pc.download(server)).read_bytes() == INSTALLER
    assert pc.kept == [SETUP]


async def test_a_line_that_breaks_again_and_again_ends_with_the_file(pc: Pc) -> None:
    """Wherever it breaks, the next try asks for what is missing, and no byte is sent twice."""
    size, breaks = (
        len(INSTALLER),
        [1, 2, 1000, 65_535, 65_536, 65_537, 200_000, len(INSTALLER) - 1, len(INSTALLER)],
    )

    def breaking(asked: Asked) -> bytes:
        start = int(asked.headers.get("range", "bytes=0-")[6:-1])
        end = next(each for each in breaks if each > start)
        span = () if start == 0 else (f"Content-Range: bytes {start}-{size - 1}/{size}",)
        status = 206 if start else 200
        return answer(INSTALLER[start:end], 'ETag: "1"', *span, status=status, length=size - start)

    async with web(breaking) as server:
        for _ in breaks[:-1]:
            with pytest.raises(SourceFailed):
                await pc.download(server)
        assert (await pc.download(server)).read_bytes() == INSTALLER
        assert len(server.asked) == len(breaks)
    assert pc.kept == [SETUP]


@pytest.mark.parametrize(
    "rest",
    [
        answer(b"y" * 1000, f"Content-Range: bytes 1000-1999/{len(INSTALLER)}", status=206),
        answer(INSTALLER[5:], f"Content-Range: bytes 5-{len(INSTALLER) - 1}/{len(INSTALLER)}", status=206),
        answer(b"", status=416),
        answer(INSTALLER[1000:] + b"x", f"Content-Range: bytes 1000-/{len(INSTALLER)}", status=206),
        answer(b"y" * (len(INSTALLER) - 1000), "Content-Range: bytes 1000-/*", status=206),
        answer(INSTALLER[1000:], status=206),
    ],
    ids=["too short", "another part", "no such part", "too long", "other content", "a part of nothing"],
)
async def test_a_wrong_rest_is_thrown_away_with_the_beginning(pc: Pc, rest: bytes) -> None:
    """The next try begins anew, and gets the right file."""

    def wrong(asked: Asked) -> bytes:
        return (
            rest if "range" in asked.headers else answer(INSTALLER[:1000], 'ETag: "1"', length=len(INSTALLER))
        )

    async with web(wrong) as server:
        with pytest.raises(SourceFailed):
            await pc.download(server)
        with pytest.raises(OtherFile):
            await pc.download(server)
    assert pc.kept == []
    async with web(offered(OURS)) as server:
        assert (await pc.download(server)).read_bytes() == INSTALLER


async def test_a_new_file_at_the_source_is_read_from_its_beginning(pc: Pc) -> None:
    """A source that has another file by now sends all of it, and the half of the old one is dropped."""

    def exchanged(asked: Asked) -> bytes:
        return (
            answer(INSTALLER)
            if "range" in asked.headers
            else answer(b"old", 'ETag: "1"', length=len(INSTALLER))
        )

    async with web(exchanged) as server:
        with pytest.raises(SourceFailed):
            await pc.download(server)
        assert (await pc.download(server)).read_bytes() == INSTALLER


async def test_half_of_another_release_is_not_continued(pc: Pc) -> None:
    """The beginning of one file isn't completed with the end of another that has the same name."""
    async with web(lambda _: answer(b"old", 'ETag: "1"', length=len(INSTALLER))) as server:
        with pytest.raises(SourceFailed):
            await pc.download(server)
    newer = INSTALLER[::-1]
    async with web({SETUP: newer}) as server:
        got = await pc.download(server, release(file=file_of(newer)))
        assert got.read_bytes() == newer
        assert "range" not in server.asked[0].headers


async def test_an_exchanged_file_on_disk_is_downloaded_again(pc: Pc) -> None:
    """What lies in the folder for downloads is trusted only by its hash."""
    pc.folder.mkdir()
    (pc.folder / SETUP).write_bytes(b"x" * len(INSTALLER))
    async with web(offered(OURS)) as server:
        assert (await pc.download(server)).read_bytes() == INSTALLER


async def test_a_compressed_answer_is_refused(pc: Pc) -> None:
    """Its size would be unknown, and nobody asked for it."""
    async with web(lambda _: answer(b"x", "Content-Encoding: gzip")) as server:
        with pytest.raises(SourceRefused):
            await pc.download(server)
