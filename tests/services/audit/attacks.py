"""What an attacker with access to the PC's files can do to an audit, without its keys."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from tests.services.audit.offices import Office

Attack = Callable[[Office], None]


def sql(office: Office, *statements: str) -> None:
    """Change the closed file with any SQLite tool."""
    with closing(sqlite3.connect(office.home.path)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()


def edit_record(office: Office) -> None:
    """Change a few bytes of a record."""
    sql(office, "UPDATE record SET body = substr(body, 1, 20) || x'00' || substr(body, 22) WHERE id = 3")


def cut_end(office: Office) -> None:
    """Delete the last records."""
    sql(office, "DELETE FROM record WHERE id > (SELECT max(id) - 2 FROM record)")


def cut_middle(office: Office) -> None:
    """Delete records in between."""
    sql(office, "DELETE FROM record WHERE id IN (3, 4)")


def cut_start(office: Office) -> None:
    """Delete the first records."""
    sql(office, "DELETE FROM record WHERE id < 3")


def close_the_gap(office: Office) -> None:
    """Delete records in between and number the others anew."""
    sql(office, "DELETE FROM record WHERE id = 3", "UPDATE record SET id = id - 1 WHERE id > 3")


def swap_rows(office: Office) -> None:
    """Exchange two records."""
    sql(
        office,
        "UPDATE record SET id = -1 WHERE id = 3",
        "UPDATE record SET id = 3 WHERE id = 4",
        "UPDATE record SET id = 4 WHERE id = -1",
    )


def repeat_row(office: Office) -> None:
    """Append a copy of an earlier record."""
    sql(
        office,
        "INSERT INTO record SELECT (SELECT max(id) + 1 FROM record), digest, body FROM record WHERE id = 3",
    )


def forge_digest(office: Office) -> None:
    """Change a hash."""
    sql(office, "UPDATE record SET digest = zeroblob(32) WHERE id = 4")


def empty(office: Office) -> None:
    """Delete all records."""
    sql(office, "DELETE FROM record")


def drop_state(office: Office) -> None:
    """Delete what the file says about itself."""
    sql(office, "DELETE FROM state")


def drop_table(office: Office) -> None:
    """Delete the table."""
    sql(office, "DROP TABLE record")


def drop_keys(office: Office) -> None:
    """Delete the wrapped keys."""
    sql(office, "DELETE FROM key_slot", "DELETE FROM key_slot_copy")


def plant_trigger(office: Office) -> None:
    """Let the database change what will be written."""
    sql(office, "CREATE TRIGGER quiet AFTER INSERT ON record BEGIN DELETE FROM record WHERE id > 3; END")


def overwrite(office: Office) -> None:
    """Write over the file."""
    office.home.path.write_bytes(b"nothing to see here" * 1000)


def truncate(office: Office) -> None:
    """Cut the file in half."""
    data = office.home.path.read_bytes()
    office.home.path.write_bytes(data[: len(data) // 2])


def delete(office: Office) -> None:
    """Delete the file."""
    office.home.path.unlink()


def edit_vault(office: Office) -> None:
    """Change what the vault keeps."""
    content = office.vault.content or b""
    office.vault.content = content[:-1] + bytes([content[-1] ^ 1])


def empty_vault(office: Office) -> None:
    """Delete what the vault keeps."""
    office.vault.content = None


ATTACKS: tuple[Attack, ...] = (
    edit_record,
    cut_end,
    cut_middle,
    cut_start,
    close_the_gap,
    swap_rows,
    repeat_row,
    forge_digest,
    empty,
    drop_state,
    drop_table,
    drop_keys,
    plant_trigger,
    overwrite,
    truncate,
    delete,
    edit_vault,
    empty_vault,
)


def copy(office: Office) -> Path:
    """A copy of the closed file, to be restored later."""
    kept = office.home.path.with_suffix(".kept")
    shutil.copyfile(office.home.path, kept)
    return kept


def restore(office: Office, kept: Path) -> None:
    """Put a copy in place of the file."""
    shutil.copyfile(kept, office.home.path)
