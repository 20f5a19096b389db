"""What the ledger shows beside the account's entries: claims, statements, discount plans, payment plans."""
