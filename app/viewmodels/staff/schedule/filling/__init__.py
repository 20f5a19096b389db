"""Who fits free time on the schedule: the list in the side panel."""
