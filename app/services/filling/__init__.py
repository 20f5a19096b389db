"""Who could fill free time on the schedule: from the lists in memory to what is booked."""
