"""Somebody has the web server or the line, and tries to get a PC to install something else. Over real sockets."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.api.downloads import OtherFile, SourceFailed, SourceRefused
from app.domain.updates.choosing import Choice, Verdict
from app.domain.updates.manifest import MANIFEST_NAME, SIGNATURE_NAME, BadManifest, Release
from app.domain.updates.versions import Version
from app.services.updates.checking import check
from app.services.updates.downloading import download
from app.services.updates.signature import NotSigned, check_signature
from app.services.updates.state import Replayed, UpdateMemory
from tests.support.update_source import (
    INSTALLER,
    SETUP,
    Asked,
    Server,
    Signer,
    answer,
    file_of,
    manifest_of,
    offered,
    release,
    web,
)

OWN = Version(0, 1, 0)
OURS = Signer()


class Pc:
    """A PC that looks for updates."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "updates"
        self.memory = UpdateMemory(folder / "updates.json")

    async def check(self, server: Server) -> Choice:
        """What it is offered."""
        source = server.source()
        try:
            return await check(
                source,
                self.memory,
                OWN,
                lambda content, signed: check_signature(content, signed, [OURS.public]),
            )
        finally:
            await source.aclose()

    async def download(self, server: Server, wanted: Release | None = None) -> Path:
        """The installer that it keeps."""
        source = server.source()
        try:
            return await download(source, (wanted or release()).files[0], self.folder)
        finally:
            await source.aclose()

    @property
    def kept(self) -> list[str]:
        """The names of all files in its folder for downloads."""
        return sorted(each.name for each in self.folder.iterdir()) if self.folder.exists() else []


@pytest.fixture
def pc(tmp_path: Path) -> Pc:
    """A PC that has never looked before."""
    return Pc(tmp_path)


async def test_what_is_signed_is_offered_and_downloaded(pc: Pc) -> None:
    """Without an attacker, it works."""
    async with web(offered(OURS)) as server:
        assert (await pc.check(server)).verdict is Verdict.NEWER
        assert (await pc.download(server)).read_bytes() == INSTALLER
        assert pc.kept == [SETUP]
        count = len(server.asked)
        await pc.download(server)
        assert len(server.asked) == count, "what is there and verified isn't asked for again"


async def test_another_key_is_refused(pc: Pc) -> None:
    """A manifest that somebody else signed isn't used."""
    async with web(offered(Signer())) as server:
        with pytest.raises(NotSigned):
            await pc.check(server)


async def test_a_swapped_manifest_is_refused(pc: Pc) -> None:
    """Another manifest under a signature of ours isn't used, nor ours without one."""
    for swapped in ({MANIFEST_NAME: manifest_of(release("9.9.9"))}, {SIGNATURE_NAME: b""}):
        async with web(offered(OURS) | swapped) as server:
            with pytest.raises(NotSigned):
                await pc.check(server)


async def test_a_replayed_manifest_is_refused(pc: Pc) -> None:
    """An older manifest of ours, with a version that has a known flaw, isn't used once a newer one was seen."""
    async with web(offered(OURS, manifest_of(release("9.0.1"), sequence=11))) as server:
        await pc.check(server)
    async with web(offered(OURS, manifest_of(release("9.0.0"), sequence=10))) as server:
        with pytest.raises(Replayed):
            await pc.check(server)


async def test_an_older_version_is_never_offered(pc: Pc) -> None:
    """Not even by a manifest that a PC has never seen: neither an older version nor the same one."""
    for number, version in enumerate(("0.0.9", "0.1.0")):
        async with web(offered(OURS, manifest_of(release(version), sequence=20 + number))) as server:
            assert (await pc.check(server)).offer is None


async def test_a_path_in_a_file_name_is_refused(pc: Pc) -> None:
    """Not even a signed manifest can name a file outside of its folder."""
    bad = manifest_of(release(file=file_of(name="..\\..\\Startup\\x.exe")))
    async with web(offered(OURS, bad)) as server:
        with pytest.raises(BadManifest):
            await pc.check(server)


async def test_a_huge_manifest_is_refused(pc: Pc) -> None:
    """It is read up to its limit, and no further."""
    async with web({SIGNATURE_NAME: OURS.sign(b""), MANIFEST_NAME: b" " * 300_000}) as server:
        with pytest.raises(SourceRefused):
            await pc.check(server)


async def test_a_redirect_to_http_is_refused(pc: Pc) -> None:
    """Nothing is asked for over plain http, wherever the source points to."""
    plain = "Location: http://127.0.0.1:9/x"
    async with web(lambda _: answer(b"", plain, status=302)) as server:
        with pytest.raises(SourceRefused, match="https"):
            await pc.check(server)
        with pytest.raises(SourceRefused, match="https"):
            await pc.download(server)
    assert pc.kept == []


async def test_a_redirect_to_https_is_followed(pc: Pc) -> None:
    """Large files are often elsewhere."""

    def elsewhere(asked: Asked) -> bytes:
        if asked.path.startswith("else/"):
            return answer(offered(OURS)[asked.path.removeprefix("else/")])
        return answer(b"", f"Location: else/{asked.path}", status=302)

    async with web(elsewhere) as server:
        assert (await pc.check(server)).offer is not None


async def test_endless_redirects_end(pc: Pc) -> None:
    """After a few the source is refused."""
    async with web(lambda asked: answer(b"", f"Location: {asked.path}x", status=301)) as server:
        with pytest.raises(SourceRefused):
            await pc.check(server)
        assert len(server.asked) < 10


async def test_another_certificate_is_refused(pc: Pc) -> None:
    """A source whose certificate this PC doesn't trust is asked nothing."""
    async with web(offered(OURS)) as other, web(offered(OURS)) as server:
        server.certificate = other.certificate
        with pytest.raises(SourceRefused, match="certificate"):
            await pc.check(server)
        assert server.asked == []


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


async def test_a_source_that_is_gone_is_said(pc: Pc) -> None:
    """No server, no file, a server in trouble: nothing but a sentence."""
    async with web({}) as server:
        with pytest.raises(SourceFailed, match="has no"):
            await pc.check(server)
    with pytest.raises(SourceFailed, match="reach"):
        await pc.check(server)
    async with web(lambda _: answer(b"", status=503)) as server:
        with pytest.raises(SourceFailed, match="503"):
            await pc.check(server)
