"""Reading answers: rows to records, compared with msgspec alone, a JSON parser, and the public SDK's models."""

from __future__ import annotations

import gc
import json
import warnings
from time import process_time

import msgspec
import orjson

from app.wire.codec import decode_rows
from app.wire.resources.appointments import Appointment
from bench.figures import Figure, at_least, at_most, beside
from bench.rounds import interleaved, ratio

ROWS = 1_000
ROUNDS = 15
TRIES = 5
"""Repetitions of each job per round."""
MSGSPEC_LIMIT = 1.25
"""Ratio to msgspec alone for the same rows (which doesn't convert 0001-01-01)."""
SDK_LIMIT = 7.0
"""Ratio to ours."""
ROW = {
    "serverDateTime": "2026-11-23 09:32:45", "AptNum": 4, "PatNum": 20, "AptStatus": "Scheduled", "Pattern": "//XXXX//",
    "Confirmed": 19, "confirmed": "Not Called", "TimeLocked": "false", "Op": 2, "Note": "Bring the night guard",
    "ProvNum": 3, "provAbbr": "DOC2", "ProvHyg": 0, "AptDateTime": "2026-11-23 09:00:00", "NextAptNum": 0,
    "UnschedStatus": 0, "unschedStatus": "", "IsNewPatient": "false", "ProcDescript": "Ex, PA", "ClinicNum": 0,
    "IsHygiene": "false", "DateTStamp": "2026-11-20 08:30:12", "DateTimeArrived": "0001-01-01 00:00:00",
    "DateTimeSeated": "0001-01-01 00:00:00", "DateTimeDismissed": "0001-01-01 00:00:00", "InsPlan1": 35, "InsPlan2": 0,
    "DateTimeAskedToArrive": "0001-01-01 00:00:00", "colorOverride": "0,0,0", "AppointmentTypeNum": 0,
    "SecDateTEntry": "2026-10-04 09:12:05", "Priority": "Normal", "PatternSecondary": "////////", "ItemOrderPlanned": 0,
}  # fmt: skip
"""An appointment as in the documentation, with all its fields."""


def measure() -> list[Figure]:
    """Decode the same page in three ways alternately."""
    page = _page(ROWS, 0)
    with warnings.catch_warnings():  # the SDK's models warn about their own configuration
        warnings.simplefilter("ignore")
        from opendental.resources.appointments.models import (  # type: ignore[import-untyped]
            Appointment as SdkAppointment,
        )

    bare = msgspec.json.Decoder(list[Appointment], strict=False)
    jobs = {
        "ours": lambda: _seconds(lambda: decode_rows(page, Appointment)),
        "bare": lambda: _seconds(lambda: bare.decode(page)),
        "orjson": lambda: _seconds(lambda: orjson.loads(page)),
        "sdk": lambda: _seconds(lambda: [SdkAppointment(**row) for row in json.loads(page)], tries=1),
    }
    gc.disable()
    took = interleaved(jobs, ROUNDS)
    gc.enable()
    return [
        at_most(
            "wire: 1,000 rows to records", ratio(took["ours"], took["bare"]), "x msgspec alone", MSGSPEC_LIMIT
        ),
        beside("wire: 1,000 rows to records", ratio(took["ours"], took["orjson"]), "x orjson.loads"),
        at_least(
            "wire: the SDK's models for the same rows", ratio(took["sdk"], took["ours"]), "x ours", SDK_LIMIT
        ),
    ]


def _page(rows: int, first: int) -> bytes:
    return json.dumps([{**ROW, "AptNum": first + number} for number in range(rows)]).encode()


def _seconds(work: object, tries: int = TRIES) -> float:
    work()  # type: ignore[operator] # not counted: the previous job has filled the CPU caches
    began = process_time()
    for _ in range(tries):
        work()  # type: ignore[operator]
    return (process_time() - began) / tries
