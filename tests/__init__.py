"""Tests; they mirror the layout of the project."""
