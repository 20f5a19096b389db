"""What a kiosk's process knows of a patient after the visit: nothing."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from app.api.hub.pairing import pair
from app.bootstrap.kiosk.training_line import paired_kiosk
from app.wire.hub.actions import Kind
from app.wire.hub.devices import NEW_CODE, NewCode
from tests.support.waiting_room import BORN, WaitingRoom

ROOT = Path(__file__).resolve().parents[3]
PHONE = "(971) 555-0177"
BIRTHDATE, MASKED, NAME = "1909-03-14", "-0177", "Quarzbichler"
"""The kiosk learns the first two, and never the name: the name is only in the question, as often as the others."""


async def visited(home: Path, told: dict[str, object]) -> tuple[dict[str, Any], bytes]:
    """Run the kiosk's process to its end; returns what it found, and its standard error."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.support.kiosk.visit",
        cwd=ROOT,
        env={**os.environ, "FRONT_DESK_HOME": str(home)},
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    out, complained = await process.communicate(json.dumps(told).encode() + b"\n")
    assert process.returncode == 0, complained.decode()[-3000:]
    return json.loads(out.decode().splitlines()[-1]), complained


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_nothing_of_a_patient_stays_in_the_kiosks_process(room: WaitingRoom, tmp_path: Path) -> None:
    """Not in its files, its log, its window titles, its living objects, nor the memory that it has freed."""
    apt_num = await room.expected(last="Quarzbichler", first="Xaverine", WirelessPhone=PHONE)
    made = await room.desk.call(NEW_CODE, NewCode(kind=Kind.KIOSK, name="Front door"))
    touches = [
        "Touch to check in",
        *f"{BORN:%m%d%Y}",
        "Next",
        *"QUA",
        "Next",
        "Yes",
        "All correct",
        "No change",
    ]
    paired = await pair(room.hub.url, made.code, "Front door")
    told = {
        "training": paired_kiosk(paired, 0.0),
        "touches": touches,
        "secrets": [BIRTHDATE, MASKED, NAME],
    }
    home = tmp_path / "kiosk"
    found, complained = await visited(home, told)
    assert await room.is_marked(apt_num)
    assert found["titles"] == ["Front Desk"]
    assert found["during"] != []  # the search finds what is there
    assert found["after"] == []
    written = [each.read_bytes() for each in home.rglob("*") if each.is_file()]
    assert written
    for content in [*written, complained]:
        for secret in (BIRTHDATE, MASKED, NAME, made.code, paired.token, PHONE, "Xaverine", "QUA"):
            assert secret.encode() not in content
    counts = found["memory"]
    assert counts[NAME] > 0  # the search finds what is there
    assert counts[BIRTHDATE] <= counts[NAME]
    assert counts[MASKED] <= counts[NAME]
