"""Folders and files: ledgers and posts written, kept, reported; pages converted side by side."""
