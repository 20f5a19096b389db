"""The hub's own certificate: made at set-up, pinned by each device that is paired."""

from __future__ import annotations

import hashlib
import os
import ssl
import tempfile
from datetime import datetime
from pathlib import Path
from secrets import token_hex

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from msgspec import Struct

from app.core.files import delete

NOT_BEFORE = datetime(2000, 1, 1)
NOT_AFTER = datetime(2099, 12, 31)
"""Far apart: it is trusted because it is pinned, and a PC with a wrong clock must connect all the same."""


class Certificate(Struct, frozen=True):
    """In PEM. The private key never leaves the hub."""

    certificate: str
    private_key: str

    def __repr__(self) -> str:
        return "Certificate(hidden)"


def new_certificate() -> Certificate:
    """A self-signed one for P-256."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Front Desk hub")])
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOT_BEFORE)
        .not_valid_after(NOT_AFTER)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("front-desk-hub.invalid")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    return Certificate(
        made.public_bytes(pem).decode(),
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()).decode(),
    )


def fingerprint(certificate: str) -> str:
    """SHA-256 of a PEM certificate, in hexadecimal."""
    return hashlib.sha256(ssl.PEM_cert_to_DER_cert(certificate)).hexdigest()


def server_context(own: Certificate) -> ssl.SSLContext:
    """TLS 1.2 and newer with this certificate.

    OpenSSL reads keys from files only: the key is on disk for a moment, encrypted with a password that is not.
    """
    password = token_hex()
    sealed = serialization.load_pem_private_key(own.private_key.encode(), None).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(password.encode()),
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    descriptor, path = tempfile.mkstemp()
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(sealed + own.certificate.encode())
        context.load_cert_chain(path, password=password)
    finally:
        delete(Path(path))
    return context
