"""Selecting a patient at the workstation of a served practice: `python -m app select-patient`."""

from __future__ import annotations

import argparse
import http.client
import json
import sys
from collections.abc import Sequence
from urllib.parse import urlsplit

from app.practice.server.access import PracticeKeys
from app.practice.server.workstation import SELECT_PATH, WORKSTATION_PATH

NOT_POSSIBLE = 2
"""The exit code when no patient could be selected."""
_SECONDS = 10.0


def parser() -> argparse.ArgumentParser:
    """The arguments of `python -m app select-patient`."""
    found = argparse.ArgumentParser(prog="python -m app select-patient", description=__doc__)
    found.add_argument("pat_num", type=int, help="PatNum of the patient")
    found.add_argument("--address", required=True, help="the address that `python -m app practice` printed")
    found.add_argument("--developer-key", required=True, help="as it printed it")
    found.add_argument("--customer-key", required=True, help="as it printed it")
    return found


def main(argv: Sequence[str]) -> int:
    """Select the patient; print how many addresses were told, or why it failed."""
    chosen = parser().parse_args(argv)
    keys = PracticeKeys(chosen.developer_key, chosen.customer_key)
    connection = http.client.HTTPConnection(urlsplit(chosen.address).netloc, timeout=_SECONDS)
    headers = {"Authorization": keys.header, "Content-Type": "application/json"}
    body = json.dumps({"PatNum": chosen.pat_num})
    try:
        connection.request("POST", f"{WORKSTATION_PATH}{SELECT_PATH}", body, headers)
        answer = connection.getresponse()
        words, good = answer.read().decode(errors="replace"), answer.status == 200
    except (OSError, http.client.HTTPException) as error:
        words, good = f"the practice does not answer: {type(error).__name__}", False
    finally:
        connection.close()
    (sys.stdout if good else sys.stderr).write(f"{words}\n")
    return 0 if good else NOT_POSSIBLE
