"""Words for commlogs."""

from __future__ import annotations

from app.core.text import Text, msg
from app.wire.resources.commlogs import CommDirection, CommMode

MODES: dict[CommMode, Text] = {
    CommMode.PHONE: msg("Phone"),
    CommMode.IN_PERSON: msg("In person"),
    CommMode.TEXT: msg("Text message"),
    CommMode.EMAIL: msg("Email"),
    CommMode.MAIL: msg("Mail"),
    CommMode.NONE: msg("None", "means of communication"),
    CommMode.EMAIL_AND_TEXT: msg("Email and text"),
    CommMode.PHONE_AND_TEXT: msg("Phone and text"),
}
"""The usual ones first."""
DIRECTIONS: dict[CommDirection, Text] = {
    CommDirection.RECEIVED: msg("Received"),
    CommDirection.SENT: msg("Sent"),
    CommDirection.NEITHER: msg("Neither"),
}
