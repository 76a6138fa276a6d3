"""Corrections as a person writes them, read and checked."""
