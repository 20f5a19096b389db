"""The tests' own MariaDB, which listens only on a socket in its folder."""

from __future__ import annotations

import contextlib
import getpass
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

PATIENCE_SECONDS = 30.0

_SERVER = shutil.which("mariadbd") or shutil.which("mariadbd", path="/usr/sbin:/usr/local/sbin")
"""Debian installs it where only root's path leads."""
HAS_MARIADB = bool(_SERVER and shutil.which("mariadb-install-db"))
FAST = (
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-flush-method=nosync",
    "--skip-innodb-doublewrite",
    "--userstat=1",
    "--max-connections=1000",
    "--max-allowed-packet=64M",
    "--lower-case-table-names=1",
    "--skip-networking",
)
"""A test server doesn't need durability; it counts changes, and table names are case-insensitive, as on Windows."""

needs_mariadb = pytest.mark.skipif(
    not HAS_MARIADB and os.environ.get("CI") != "true", reason="no MariaDB is installed"
)
"""In CI nothing is skipped: `.ci/run` installs MariaDB, and without it these tests fail."""


class Maria:
    """A running server."""

    def __init__(self, socket: Path) -> None:
        self._url = f"mysql+pymysql://root@localhost/{{}}?unix_socket={socket}&charset=utf8mb4"

    def database(self, name: str) -> str:
        """The URL of a new, empty database."""
        engine = sa.create_engine(self._url.format("mysql"))
        with engine.begin() as connection:
            connection.exec_driver_sql(f"CREATE DATABASE {name} CHARACTER SET utf8mb4")
        engine.dispose()
        return self._url.format(name)


@contextlib.contextmanager
def running(folder: Path) -> Iterator[Maria]:
    """Install a server into a folder, run it, and stop it."""
    user, data, socket = getpass.getuser(), folder / "data", folder / "s"
    login = "--auth-root-authentication-method=normal"
    subprocess.run(
        ["mariadb-install-db", "--no-defaults", f"--user={user}", f"--datadir={data}", login],
        check=True,
        capture_output=True,
    )
    process = subprocess.Popen(
        [_SERVER or "mariadbd", "--no-defaults", f"--user={user}", f"--datadir={data}", f"--socket={socket}", *FAST],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        waiting = ["mariadb-admin", "--no-defaults", f"--socket={socket}", "--user=root", "--wait=30", "ping"]
        subprocess.run(waiting, check=True, capture_output=True, timeout=PATIENCE_SECONDS)
        yield Maria(socket)
    finally:
        process.terminate()
        process.wait()
