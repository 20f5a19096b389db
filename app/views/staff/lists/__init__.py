"""The lists: tables with their filters, and the selected patient beside them."""
