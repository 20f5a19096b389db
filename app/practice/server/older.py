"""What an older office refuses."""

from __future__ import annotations

from app.practice.server.access import is_newer
from app.practice.server.refusals import BadRequest
from app.practice.server.work import Given, Work


def required_until(work: Work, given: Given, version: str, *names: str | tuple[str, ...]) -> None:
    """BadRequest for a missing field in an office older than the version that made it optional.

    Of the names in a tuple one is enough.
    """
    if not is_newer(version, work.office.version):
        return
    for name in names:
        enough = (name,) if isinstance(name, str) else name
        if not any(given.get(each) for each in enough):
            raise BadRequest(f"{' or '.join(enough)} is required before Open Dental {version}.")
