"""Lays out articles as the text of a newspaper page, with seeded noise, and knows what belongs to what."""
