"""Neither patient data nor keys get into a log."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.api.errors import NotFound
from app.core.logs import FILES_KEPT, Redacted, Redaction, describe, start_log, stop_log

SECRETS = ("NFF6i0KrXrxDkZHt", "VzkmZEaUWOjnQX2z", "Ortiz", "Maria", "1984-02-29", "Vries")


@pytest.fixture
def redaction() -> Redaction:
    """The log's filter."""
    return Redaction()


@pytest.fixture
def log(tmp_path: Path, redaction: Redaction) -> Iterator[Path]:
    """A started log; returns its file."""
    root = logging.getLogger()
    level = root.level
    chatty = {
        name: logging.getLogger(name).level for name in ("httpx", "httpcore", "uvicorn.access", "qasync")
    }
    handler = start_log(tmp_path, redaction)
    yield tmp_path / "front-desk.log"
    stop_log(handler)
    root.setLevel(level)
    for name, before in chatty.items():
        logging.getLogger(name).setLevel(before)


@pytest.mark.parametrize(
    ("text", "keeps"),
    [
        ("Authorization: ODFHIR NFF6i0KrXrxDkZHt/VzkmZEaUWOjnQX2z", "Authorization"),
        ("{'authorization': 'ODFHIR NFF6i0KrXrxDkZHt/VzkmZEaUWOjnQX2z'}", "authorization"),
        ("headers=[(b'Authorization', b'ODFHIR NFF6i0KrXrxDkZHt/VzkmZEaUWOjnQX2z')]", "headers"),
        ("sent odfhir NFF6i0KrXrxDkZHt/VzkmZEaUWOjnQX2z to the office", "to the office"),
        ("GET http://office/api/v1/patients?LName=Ortiz&FName=Maria", "http://office/api/v1/patients"),
        ("GET /patients/Simple?Birthdate=1984-02-29 HTTP/1.1 200", "/patients/Simple"),
        ("asked '/patients?LName=de Vries' twice", "twice"),
        ("why? because", "why? because"),
        ("done in 5 ms; ok?", "ok?"),
    ],
)
def test_keys_and_queries_are_blanked(redaction: Redaction, text: str, keeps: str) -> None:
    """Anything like an authorization or a query string is redacted, and the rest of the line stays."""
    clean = redaction.clean(text)
    assert keeps in clean
    assert not [secret for secret in SECRETS if secret in clean]


def test_registered_secrets_are_blanked_anywhere(redaction: Redaction) -> None:
    """Once the keys are known, they are redacted in any line; a shorter one doesn't break a longer one."""
    redaction.hide("NFF6i0", "NFF6i0KrXrxDkZHt", "", "abc")
    assert redaction.clean("key=NFF6i0KrXrxDkZHt abc") == "key=*** abc"


@pytest.mark.logs("app.test")
def test_a_record_is_clean_in_the_file(log: Path) -> None:
    """Message, arguments, marked values, exceptions and their causes are redacted on disk."""
    logger = logging.getLogger("app.test")
    logger.info("asked %s", "http://office/patients?LName=Ortiz")
    logger.info("note of %s kept", Redacted("Maria Ortiz"))
    logger.info("refused: %s", NotFound("Appointments.get", explanation="Maria Ortiz is not here"))
    logger.warning(NotFound("Commlogs.get", explanation="Maria Ortiz is not here"))
    try:
        try:
            {}["Ortiz"]
        except KeyError as error:
            raise NotFound("Patients.get", explanation="Maria is not here") from error
    except NotFound:
        logger.exception("could not read")
    written = log.read_text(encoding="utf-8")
    assert not [secret for secret in SECRETS if secret in written]
    assert "note of *** kept" in written
    assert "NotFound in Patients.get" in written
    assert "refused: NotFound in Appointments.get" in written
    assert "NotFound in Commlogs.get" in written
    assert "KeyError" in written
    assert "test_logs.py" in written


def test_one_record_is_one_line(log: Path) -> None:
    """External text can't forge a line of the log."""
    logging.getLogger("app.test").info("name: %s", "x\n2026-01-01 INFO  all is well")
    assert len(log.read_text(encoding="utf-8").splitlines()) == 1


def test_a_wrong_call_loses_its_arguments_only(log: Path) -> None:
    """A log call with wrong arguments still logs its location, without them."""
    logging.getLogger("app.test").info("%d appointments", "Ortiz")
    written = log.read_text(encoding="utf-8")
    assert "%d appointments" in written
    assert "Ortiz" not in written


def test_of_foreign_errors_only_the_kind_is_told() -> None:
    """A library's exception text is left out because it may quote data; an OSError's reason is logged."""
    assert describe(ValueError("Ortiz")) == "builtins.ValueError"
    assert "Permission denied" in describe(PermissionError(13, "Permission denied", "/home/Ortiz"))
    assert "Ortiz" not in describe(PermissionError(13, "Permission denied", "/home/Ortiz"))


def test_errors_in_a_circle_end() -> None:
    """A cyclic chain of causes is logged once."""
    first, second = ValueError(), TypeError()
    first.__cause__, second.__cause__ = second, first
    assert describe(first).count("ValueError") == 1


def test_libraries_do_not_tell_addresses(log: Path) -> None:
    """The HTTP client's own lines about requests are not logged."""
    logging.getLogger("httpx").info("HTTP Request: GET http://office/patients/12")
    logging.getLogger("app.test").info("here")
    assert "12" not in log.read_text(encoding="utf-8").partition("app.test")[2]
    assert "httpx" not in log.read_text(encoding="utf-8")


def test_another_handler_sees_clean_records_too(redaction: Redaction) -> None:
    """The filter redacts the record itself, so a console handler after it shows nothing either."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(redaction)
    handler.handle(logging.LogRecord("app", 20, "x.py", 1, "ODFHIR %s", ("NFF6i0KrXrxDkZHt/V",), None))
    assert stream.getvalue() == "ODFHIR ***\n"


def test_a_log_that_another_program_holds_goes_on_and_is_rotated_later(
    log: Path, tmp_path: Path, redaction: Redaction
) -> None:
    """No record is lost while the file can't be set aside: it grows, and is rotated at a later try."""
    folder = tmp_path / "small"
    blocked = [folder / f"front-desk.log.{number}" for number in range(1, FILES_KEPT + 1)]
    for each in blocked:
        (each / "full").mkdir(parents=True)  # nothing can take its place
    handler = start_log(folder, redaction, most=1000)
    try:
        for number in range(20):
            logging.getLogger("app").info("record %d %s", number, "x" * 60)
        assert (folder / "front-desk.log").stat().st_size > 1500
        for each in blocked:
            (each / "full").rmdir()
            each.rmdir()
        for number in range(20, 30):
            logging.getLogger("app").info("record %d %s", number, "x" * 60)
    finally:
        stop_log(handler)
    files = [each for each in folder.glob("front-desk.log*") if each.is_file()]
    assert len(files) > 1
    text = "".join(each.read_text(encoding="utf-8") for each in files)
    assert all(f"record {number} " in text for number in range(30))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Only Linux has a disk that is always full")
def test_a_full_disk_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The library would print the record with the error's text to the terminal, unredacted."""
    (tmp_path / "front-desk.log").symlink_to("/dev/full")
    handler = start_log(tmp_path, Redaction())
    try:
        logging.getLogger("app.test").info("a line about Ortiz")
    finally:
        stop_log(handler)
    assert capfd.readouterr() == ("", "")


def test_a_log_that_can_not_be_written_stops_nobody(tmp_path: Path) -> None:
    """A read-only or full disk loses log lines: whoever writes one goes on with her work."""
    (tmp_path / "front-desk.log").mkdir()  # nothing can be opened there
    handler = start_log(tmp_path, Redaction())
    try:
        logging.getLogger("app.test").info("a line")
    finally:
        stop_log(handler)
    assert (tmp_path / "front-desk.log").is_dir()
