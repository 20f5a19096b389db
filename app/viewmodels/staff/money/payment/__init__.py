"""Take a payment: what is owed, how it is split, and what became of it."""
