"""A PC whose files are full of what must never leave it, and an office that answers with such things."""

from __future__ import annotations

import asyncio
import io
import json
import sqlite3
import threading
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from app.bootstrap.system import diagnose
from app.core.paths import ProgramFolders, program_folders

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
PATIENCE = 30.0
"""Seconds for the vault and each connection: everything here answers or refuses at once."""
PLANTED = (
    "Ortiz", "Marchetti", "O'Brien-Núñez", "Zoë", "wilhelmina ortez", "núñez", "ortez-wilhelmina", "mortez7",
    "WILHELMINA", "李小龙", "Владимир",
    "1984-02-29", "02/29/1984", "2/29/84", "29.02.1984", "19840229", "Feb 29, 1984", "29 February 1984",
    "(503) 555-0134", "503-555-0134", "503.555.0134", "5035550134", "+1 503 555 0134", "555-0134",
    "maria.o@example.org", "wilhelmina.ortez@example.org", "wilhelmina at example dot org",
    "ODFHIR NFF6i0KrXrxDkZHt/VzkmZEaUWOjnQX2z", "Bearer eyJhbGciOiJIUzI1NiJ9.eyJwYXQiOjF9.abcDEF123_-x",
    "PIN 8153", "pin=8153",
    "NFF6i0KrXrxDkZHt", "VzkmZEaUWOjnQX2z", "pXb7-Qe2_tokenOfADevice_9fK3mZ0aLw", "4417123456789113", "123-45-6789",
    "c0ffee5ea1ed0123456789abcdef0123",
)  # fmt: skip
"""Names in several scripts and in small letters, birthdates, phone numbers, e-mail addresses, keys, tokens, PINs, a
card, a social security number, a hash."""


class Home:
    """A program's folders in which every file has all that is planted."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folders = program_folders({"FRONT_DESK_HOME": str(root)})
        self.folders.make()

    def settings(self, **values: Any) -> None:
        """Write the settings file."""
        (self.folders.config / "settings.json").write_text(json.dumps(values), encoding="utf-8")

    def policy(self, **values: Any) -> None:
        """Write an administrator's settings, where FRONT_DESK_POLICY may name them."""
        (self.root / "settings.json").write_text(json.dumps(values), encoding="utf-8")

    def collected(self) -> tuple[dict[str, Any], str]:
        """The facts, and everything in the zip as text, with the names of its files."""
        out = self.root / "support.zip"
        diagnose.write(out, self.folders, NOW, seconds=PATIENCE)
        with zipfile.ZipFile(out) as zipped:
            names = zipped.namelist()
            whole = "\n".join([*names, *(zipped.read(name).decode() for name in names)])
            return json.loads(zipped.read("facts.json")), whole


def plant(home: Home) -> None:
    """Put everything secret into everything that the program keeps."""
    words = " ".join(PLANTED)
    folders = home.folders
    home.settings(
        mode="Local",
        server=f"http://Ortiz:{PLANTED[-5]}@server/?k=NFF6i0KrXrxDkZHt",
        user="Marchetti",
        hub_id="c0ffee5ea1ed0123456789abcdef0123",
        hub=f"https://{PLANTED[-4]}@hub-pc:30224",
        hub_runs=f"Service {words}",
        language=words,
        open_dental=f"C:/Users/Marchetti/{words}",
        tables={words: words},
        pay_type=words,
        tooth_numbers=words,
        geometry=words,
        **dict.fromkeys(PLANTED, words),
    )
    kiosk = folders.config / "kiosk"
    kiosk.mkdir()
    (kiosk / "pairing.json").write_text(json.dumps({"name": words, "office": words}), encoding="utf-8")
    (folders.config / "settings.damaged-1.json").write_text(words, encoding="utf-8")
    (folders.data / "Ortiz.Marchetti").write_text(words, encoding="utf-8")
    entries(folders.data / "journal-c0ffee5ea1ed.db", [("waiting", words), ("done", words), (words, words)])
    (folders.data / "journal-Ortiz.db").write_text(words, encoding="utf-8")
    for folder in (folders.data, folders.config, folders.logs):
        (folder / "wilhelmina ortez 8153").mkdir()
        (folder / "wilhelmina ortez 8153" / "5035550134.txt").write_text(words, encoding="utf-8")
    (folders.data / "updates.json").write_text(json.dumps({"id": words}), encoding="utf-8")
    hub = folders.data / "hub"
    hub.mkdir()
    with sqlite3.connect(hub / "hub.db") as database:
        database.execute(
            "CREATE TABLE device (device_num INTEGER PRIMARY KEY, name TEXT, kind TEXT, revoked INTEGER)"
        )
        database.execute("INSERT INTO device VALUES (1, ?, 'desk', 0), (2, ?, ?, 1)", (words, words, words))
    database.close()
    logs(folders)


def entries(path: Path, rows: list[tuple[str, str]]) -> None:
    """A journal with these states, and these texts where the seal is."""
    with sqlite3.connect(path) as database:
        database.execute(
            "CREATE TABLE entry (id INTEGER PRIMARY KEY, state TEXT, made_at TEXT, changed_at TEXT, sent_at TEXT, "
            "attempts INTEGER, dismissed INTEGER, body BLOB)"
        )
        for state, body in rows:
            database.execute(
                "INSERT INTO entry VALUES (NULL, ?, '2026-03-02T07:30:00+00:00', ?, NULL, 3, 0, ?)",
                (state, body, body),
            )
    database.close()


def logs(folders: ProgramFolders) -> None:
    """Log files of all kinds, in which each planted text stands alone, quoted, and in the middle of a line."""
    shapes = (
        "{}",
        "'{}'",
        "saved {} at once",
        "patient={}",
        "x:{},",
        "app.api.errors.Refused: {} said",
        "({})",
        "{}.",
    )
    lines = [
        f"2026-03-02 09:12:01.250 WARNING app.bootstrap.program  {shape.format(each)}"
        for each in PLANTED
        for shape in shapes
    ]
    lines += [f"  /home/Ortiz/app/{each}:12 in opened" for each in PLANTED]
    for name in (
        "front-desk.log",
        "front-desk.log.1",
        "report-20260302-091201-4711-1.txt",
        "hub/front-desk.log",
        "watchdog/front-desk.log",
    ):
        (folders.logs / name).parent.mkdir(exist_ok=True)
        (folders.logs / name).write_text("\n".join(lines), encoding="utf-8")
    (folders.logs / "front-desk.log.Ortiz").write_text("Ortiz", encoding="utf-8")


class Listener:
    """A server that answers each request with one text, and keeps what it was sent."""

    def __init__(self, answer: bytes) -> None:
        self.received = io.BytesIO()
        self._answer = answer
        self._ready = threading.Event()
        self.port = 0

    def run(self) -> None:
        """Serve until stopped, in a thread of its own."""
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            self.received.write(await reader.readuntil(b"\r\n\r\n"))
            writer.write(self._answer)
            await writer.drain()
            writer.close()

        self._stop = asyncio.Event()
        self._loop = asyncio.get_running_loop()
        async with await asyncio.start_server(answer, "127.0.0.1", 0) as server:
            self.port = server.sockets[0].getsockname()[1]
            self._ready.set()
            await self._stop.wait()

    def wait(self) -> None:
        """Until it listens."""
        assert self._ready.wait(10)

    def stop(self) -> None:
        """Stop serving."""
        self._loop.call_soon_threadsafe(self._stop.set)
