"""Fragments and their scores: by themselves, by their neighbours, and against what is still open."""
