"""Small parsers: how much one line looks like a byline, a headline, furniture …, by itself."""
