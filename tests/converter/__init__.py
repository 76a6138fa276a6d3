"""Tests of the converter, and the pages and articles that measure it."""
