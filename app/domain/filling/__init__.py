"""Who fits free time on the schedule, best first, and why."""
