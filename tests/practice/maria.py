"""The tests' own MariaDB, which listens only on a socket in its folder."""

from __future__ import annotations

import contextlib
import getpass
import itertools
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

READY = b"ready for connections"
"""What the server writes once it answers."""

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
    "--log-warnings=0",
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
        stderr=subprocess.PIPE,
    )  # fmt: skip
    try:
        assert process.stderr is not None
        # Not by mariadb-admin's --wait: that looks every five seconds. Afterwards the server writes next to nothing.
        said = list(itertools.takewhile(lambda line: READY not in line, process.stderr))
        assert process.poll() is None, b"".join(said).decode()
        yield Maria(socket)
    finally:
        process.terminate()
        process.communicate()
