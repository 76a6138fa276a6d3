"""The search for the best partition of a page into items, and how sure it is of each."""
