"""The message between two starts, read as strictly as if an enemy had sent it."""

from __future__ import annotations

import pytest

from app.bootstrap.doors.protocol import MOST_BYTES, FromOtherVersion, Malformed, decode, encode, is_whole
from app.core.outside import OutsideRequest, Trouble

REQUESTS = (
    OutsideRequest(),
    OutsideRequest(pat_num=1),
    OutsideRequest(pat_num=10**18 - 1, screen="schedule"),
    OutsideRequest(phone="+123456789012345", screen="a" * 30),
    *(OutsideRequest(trouble=each) for each in Trouble),
)
FORGED = (
    b"",
    b"end\n",
    b"\nend\n",
    b"hello\nend\n",
    b"FRONT-DESK\nend\n",
    b"FRONT-DESK 1 end\n",
    b"front-desk 1\nend\n",
    b"FRONT-DESK one\nend\n",
    b"FRONT-DESK 1\npatient\nend\n",
    b"FRONT-DESK 1\npatient 1; drop\nend\n",
    b"FRONT-DESK 1\npatient 0\nend\n",
    b"FRONT-DESK 1\npatient -1\nend\n",
    b"FRONT-DESK 1\npatient 1 \nend\n",
    b"FRONT-DESK 1\npatient 1\r\nend\n",
    b"FRONT-DESK 1\npatient 1\n\nend\n",
    b"FRONT-DESK 1\npatient 1\npatient 2\nend\n",
    b"FRONT-DESK 1\npatient 9999999999999999999\nend\n",
    b"FRONT-DESK 1\nphone 503-555-1234\nend\n",
    b"FRONT-DESK 1\nphone 201\nend\n",
    b"FRONT-DESK 1\nscreen ../x\nend\n",
    b"FRONT-DESK 1\nrun calc.exe\nend\n",
    b"FRONT-DESK 1\ntrouble other\nend\n",
    b"FRONT-DESK 1\ntrouble phone\npatient 1\nend\n",
    b"FRONT-DESK 1\npatient 1\nend\nend\n",
    "FRONT-DESK 1\npatient \uff19\nend\n".encode(),
    b"FRONT-DESK 1\npatient 1\x00\nend\n",
    b"\xff\xfe\nend\n",
    b"FRONT-DESK 1\n" + b"a" * MOST_BYTES + b"\nend\n",
)


def test_there_and_back() -> None:
    """Every request arrives as it was sent, within the size limit."""
    for request in REQUESTS:
        message = encode(request)
        assert decode(message) == request
        assert len(message) <= MOST_BYTES
        assert is_whole(message)
        assert not any(is_whole(message[:length]) for length in range(len(message)))


def test_forged_messages() -> None:
    """Unknown words, invalid values, other encodings and overlong messages are refused, without quoting them."""
    for message in FORGED:
        with pytest.raises(Malformed) as refused:
            decode(message)
        assert len(str(refused.value)) < 30
        assert str(refused.value).isascii()


def test_cut_messages() -> None:
    """A message without its end is never understood."""
    message = encode(OutsideRequest(pat_num=1234, screen="schedule"))
    for length in range(len(message)):
        with pytest.raises(Malformed):
            decode(message[:length])


def test_another_version() -> None:
    """A message of another version is named as one, whatever is in it."""
    for message in (b"FRONT-DESK 2\nledger 5\nend\n", b"FRONT-DESK 0\nend\n", b"FRONT-DESK 10\nend\n"):
        with pytest.raises(FromOtherVersion):
            decode(message)
