"""The account of a page: its format, the numbers its items keep, what in it a person should look at."""
