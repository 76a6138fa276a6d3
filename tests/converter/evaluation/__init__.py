"""Measures the converter on pages whose truth is known: `python -m tests.converter.evaluation --help`."""
