"""Fitting: the learned tables of the converter, made anew from composed pages and the first five pages.

`python -m tests.converter.fitting` writes `plugins/converter/cue_weights.tsv` and `head_weights.tsv`.
"""
