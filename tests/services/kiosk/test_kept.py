from __future__ import annotations

import stat
import sys
from pathlib import Path

import pytest

from app.services.kiosk.kept import PAIRING, SETUP, Kept, Pairing
from app.services.people.secrets import SecretsInMemory
from app.wire.hub.kiosk import KioskSetup

TOKEN = "a-token-that-nobody-guesses"
PAIRING_A = Pairing("https://SERVER:30224", "-----BEGIN CERTIFICATE-----A", "Front door", 4, "Bright Smiles")


def kept_in(folder: Path) -> tuple[Kept, SecretsInMemory]:
    """A kiosk's files, and its vault."""
    vault = SecretsInMemory()
    return Kept(folder, vault), vault


async def test_a_pairing_is_kept_for_the_next_start(tmp_path: Path) -> None:
    """Address, certificate and names come from the disk, the token from the vault."""
    kept, vault = kept_in(tmp_path)
    assert kept.pairing() is None
    await kept.keep(PAIRING_A, TOKEN)
    again = Kept(tmp_path, vault)
    assert again.pairing() == PAIRING_A
    assert await again.token(PAIRING_A) == TOKEN


async def test_a_copied_disk_has_no_token(tmp_path: Path) -> None:
    """No file holds it, so the files are useless with another vault."""
    kept, _ = kept_in(tmp_path)
    await kept.keep(PAIRING_A, TOKEN)
    assert all(TOKEN not in each.read_text() for each in tmp_path.rglob("*") if each.is_file())
    assert await Kept(tmp_path, SecretsInMemory()).token(PAIRING_A) is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has access lists")
async def test_files_belong_to_the_kiosks_account_only(tmp_path: Path) -> None:
    """Nobody else may read them."""
    kept, _ = kept_in(tmp_path / "kiosk")
    await kept.keep(PAIRING_A, TOKEN)
    assert stat.S_IMODE((tmp_path / "kiosk" / PAIRING).stat().st_mode) == 0o600


async def test_pairing_again_forgets_the_token_before(tmp_path: Path) -> None:
    """The vault keeps one token: that of the hub that is paired now."""
    kept, vault = kept_in(tmp_path)
    await kept.keep(PAIRING_A, TOKEN)
    await kept.keep(PAIRING_A._replace(device_num=5), "another")
    assert list(vault.kept.values()) == ["another"]


async def test_forgetting_leaves_nothing(tmp_path: Path) -> None:
    """No file and no entry of the vault."""
    kept, vault = kept_in(tmp_path)
    await kept.keep(PAIRING_A, TOKEN)
    kept.keep_setup(KioskSetup(version=3, practice="Bright Smiles"))
    kept.keep_tries({"failures": 2})
    await kept.forget()
    assert list(tmp_path.iterdir()) == []
    assert vault.kept == {}


def test_the_setup_of_the_last_time_is_shown_and_closed(tmp_path: Path) -> None:
    """The first paint has the practice's name; nobody checks in before the hub has answered."""
    kept, _ = kept_in(tmp_path)
    assert kept.setup() is None
    kept.keep_setup(
        KioskSetup(version=3, practice="Bright Smiles", welcome={"es": "Hola"}, languages=("es", "en"))
    )
    setup = kept.setup()
    assert setup is not None
    assert (setup.practice, setup.welcome, setup.languages, setup.open) == (
        "Bright Smiles",
        {"es": "Hola"},
        ("es", "en"),
        False,
    )


def test_damaged_files_are_as_good_as_none(tmp_path: Path) -> None:
    """A kiosk whose disk lost a file asks to be paired again, and does not crash."""
    kept, _ = kept_in(tmp_path)
    for text in ("", "[]", "{", '{"practice": 1}', "\x00\xff"):
        for name in (PAIRING, SETUP):
            (tmp_path / name).write_text(text, encoding="latin-1")
        assert kept.pairing() is None
        assert kept.setup() is None
