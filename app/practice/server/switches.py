"""Points that the documentation leaves open, as switches: the program must work with either setting."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Switches(Struct, frozen=True):
    """One field per open point. The defaults are what Open Dental most likely does."""

    confirm_sets_times: bool = True
    """PUT Confirm (or PUT with Confirmed) to the Arrived, Seated or Dismissed status sets that time."""
    times_are_set_once: bool = True
    """A second Confirm to the same status keeps the first time; off: it writes the new time."""
    empty_times: Literal["none", "midnight"] = "none"
    """How a missing arrival time is returned: as 0001-01-01, or as the appointment's day at 00:00."""
    refuses_overlap: bool = False
    """POST and PUT refuse an appointment that overlaps another one in its operatory (400)."""
    refuses_blockouts: bool = False
    """POST and PUT refuse an appointment on a blockout of a type marked NS, no scheduling (400)."""
    refuses_closed_hours: bool = False
    """POST and PUT refuse an appointment outside the scheduled hours of its operatory or provider (400)."""
    refuses_hidden_providers: bool = False
    """POST and PUT refuse a provider who is hidden (400)."""
    complete_completes_procedures: bool = True
    """AptStatus Complete completes the appointment's treatment planned procedures on the appointment's day."""
    broken_detaches_procedures: bool = False
    """PUT Break detaches the appointment's procedures."""
    lists_deleted_procedures: bool = True
    """GET ProcedureLogs lists deleted procedures, with ProcStatus D."""
    writes_raise_signals: bool = True
    """API writes raise signals, so that open screens refresh at once."""
    signals_keep_to_range: bool = True
    """Appointment signals are raised only for the days of the ApptAutoRefreshRange preference."""
    update_answers_blank_stamp: bool = True
    """PUT of an appointment returns DateTStamp 0001-01-01, as in the documentation's example."""
    refuses_when_busy: bool = True
    """Requests beyond the queue get 429 with Retry-After; off: all are delayed to the pace."""
    wants_content_type: Literal["every request", "bodies"] = "every request"
    """Which requests are refused without Content-Type application/json; the documentation says all of them."""
    dates_keep_to_format: bool = True
    """A date or time in another form than the documented one is refused; off: what can be read is taken."""
    unknown_parameters: Literal["as seen", "refused", "ignored"] = "as seen"
    """Query fields that a method lacks. Seen: GET /patients refuses them, most resources ignore them."""
    field_case_matters: bool = False
    """A body's field counts only in the documented case; off: in any."""
    last_names_match: Literal["beginning", "anywhere"] = "beginning"
    """How GET /patients compares LName. The documentation says a partial match, a client saw the beginning only."""
