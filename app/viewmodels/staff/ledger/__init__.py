"""The ledger: the account of the selected patient and of the family."""
