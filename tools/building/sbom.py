"""The software bill of materials: what a bundle is made of, from the lock file, as CycloneDX 1.6.

Written without a library: it is one page of JSON, and tests/installer/test_sbom.py holds the format's rules.
"""

from __future__ import annotations

import datetime
import json
import platform
import uuid

from app.core.version import VERSION
from tools.building.locked import Library, credited, license_of, shipped

NAME = "front-desk.cdx.json"
_PYTHON_PURL = "pkg:generic/python@{version}"


def sbom(made_at: int, libraries: list[Library] | None = None) -> str:
    """The bill as text. The same inputs give the same text: its time is the build's (SOURCE_DATE_EPOCH)."""
    libraries = shipped() if libraries is None else libraries
    credits_ = credited()
    components = [_component(each, license_of(each.name, credits_)) for each in libraries]
    python = platform.python_version()
    components.append(
        {
            "type": "platform",
            "bom-ref": (ref := _PYTHON_PURL.format(version=python)),
            "name": "Python",
            "version": python,
            "licenses": [{"expression": license_of("Python", credits_)}],
            "purl": ref,
        }
    )
    own = f"pkg:generic/front-desk@{VERSION}"
    bill: dict[str, object] = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.datetime.fromtimestamp(made_at, datetime.UTC).isoformat(),
            "component": {
                "type": "application", "bom-ref": own, "name": "Front Desk", "version": VERSION, "purl": own,
            },
        },
        "components": components,
        "dependencies": [{"ref": own, "dependsOn": [each["bom-ref"] for each in components]}],
    }  # fmt: skip
    content = json.dumps(bill, sort_keys=True)
    bill["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, content)}"
    return json.dumps(bill, indent=2) + "\n"


def _component(library: Library, license_expression: str) -> dict[str, object]:
    purl = f"pkg:pypi/{library.name}@{library.version}"
    return {
        "type": "library",
        "bom-ref": purl,
        "name": library.name,
        "version": library.version,
        "licenses": [{"expression": license_expression}],
        "purl": purl,
        # The lock names every public file of this version; the installed one is among them, pip has checked that.
        "externalReferences": [
            {
                "type": "distribution",
                "url": purl,
                "hashes": [{"alg": "SHA-256", "content": each} for each in library.hashes],
            }
        ],
    }
