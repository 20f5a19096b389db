"""Somebody has the web server or the line, and tries to get a PC to install something else. Over real sockets."""

from __future__ import annotations

import pytest

from app.api.downloads import SourceFailed, SourceRefused
from app.domain.updates.choosing import Verdict
from app.domain.updates.manifest import MANIFEST_NAME, SIGNATURE_NAME, BadManifest
from app.services.updates.signature import NotSigned
from app.services.updates.state import Replayed
from tests.support.updates.source import (
    INSTALLER,
    OURS,
    SETUP,
    Asked,
    Pc,
    Signer,
    answer,
    file_of,
    manifest_of,
    offered,
    release,
    web,
)


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


@pytest.mark.parametrize(
    "to", ["https://[", "https://", "//", "https://x:99999/", "https:///x", "https://a b/", "x" * 9000]
)
async def test_a_redirect_to_nowhere_is_said(pc: Pc, to: str) -> None:
    """An address that is none is a sentence, not an error of the program."""
    async with web(lambda _: answer(b"", f"Location: {to}", status=302)) as server:
        with pytest.raises((SourceRefused, SourceFailed)):
            await pc.check(server)


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
