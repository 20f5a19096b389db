"""The format of what this version stores on a PC: the journal, the audit, and the copy for downtime.

A version whose number is another one can't be undone by going back to the version before: it could not open what was
stored meanwhile. Changed together with the format of the sealed files (a test compares them).
"""

from __future__ import annotations

DATA_FORMAT = 2
