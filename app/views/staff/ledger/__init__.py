"""The widgets of the ledger."""
