"""The soak: desks that take money over lines that are cut everywhere, and an independent count of what came of it."""
