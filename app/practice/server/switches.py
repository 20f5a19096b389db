"""What the documentation leaves open, as switches: the program has to work with either setting of each."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Switches(Struct, frozen=True):
    """One field a silent point. The defaults are what Open Dental most likely does."""

    confirm_sets_times: bool = True
    """PUT Confirm (or PUT with Confirmed) to the Arrived, Seated or Dismissed status sets that time."""
    times_are_set_once: bool = True
    """A second Confirm to the same status leaves the time of the first; off: it writes the new time."""
    empty_times: Literal["none", "midnight"] = "none"
    """How an arrival that has not happened comes back: as 0001-01-01, or as the appointment's day at 00:00."""
    refuses_overlap: bool = False
    """POST and PUT refuse an appointment that overlaps another in its operatory (400)."""
    refuses_blockouts: bool = False
    """POST and PUT refuse an appointment on a blockout whose type is marked NS, no scheduling (400)."""
    refuses_closed_hours: bool = False
    """POST and PUT refuse an appointment outside the hours of its operatory's or provider's schedule (400)."""
    refuses_hidden_providers: bool = False
    """POST and PUT refuse a provider who is hidden (400)."""
    complete_completes_procedures: bool = True
    """AptStatus Complete completes the appointment's treatment planned procedures on the appointment's day."""
    broken_detaches_procedures: bool = False
    """PUT Break takes the appointment's procedures off it."""
    writes_raise_signals: bool = True
    """A write of the API raises signals, so that open screens refresh at once."""
    signals_keep_to_range: bool = True
    """Appointment signals are raised only for the days of the ApptAutoRefreshRange preference."""
    update_answers_blank_stamp: bool = True
    """PUT of an appointment answers DateTStamp 0001-01-01, as the documentation's example prints it."""
    refuses_when_busy: bool = True
    """More requests than the queue holds get 429 with Retry-After; off: all are held to the pace."""
