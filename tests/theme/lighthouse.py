"""Lighthouse: a program that scores a page as a phone on a slow network would have it."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from tests.theme.npm_package import NpmPackage, find_program

LIGHTHOUSE = NpmPackage("lighthouse", "13.5.0", "cli/index.js")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
# Milliseconds but for the last, which has no unit.
MEASURES = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
# It needs Node 22.19 or newer: the one of requirements-dev.txt.
OPTIONS = (
    "--quiet",
    "--output=json",
    "--no-enable-error-reporting",
    f"--only-categories={','.join(CATEGORIES)}",
)


class LighthouseError(RuntimeError):
    """A page that Lighthouse could not score; the message has its own words."""


@dataclass(frozen=True, slots=True)
class Scores:
    """A page's scores from 0 to 1 by category, what was measured, and the audits that are not passed."""

    by_category: Mapping[str, float]
    measures: Mapping[str, float]
    faults: tuple[str, ...]


def take_median(runs: Sequence[Scores]) -> Scores:
    """Return the median of each score and measure, and every audit that some run did not pass.

    Performance is measured, and a busy machine measures badly: one run of a page that scores 1.00 can give 0.89.
    """
    first = runs[0]
    return Scores(
        {name: median(run.by_category[name] for run in runs) for name in first.by_category},
        {name: median(run.measures[name] for run in runs) for name in first.measures},
        tuple(sorted({fault for run in runs for fault in run.faults})),
    )


def score_page(address: str, chromium: str, flags: Sequence[str]) -> Scores:
    """Run Lighthouse on a page in this Chromium; raise LighthouseError when it fails, FetchError without it."""
    program = [find_program("node"), str(LIGHTHOUSE.fetch()), address]
    command = [*program, *OPTIONS, f"--chrome-flags={' '.join(flags)}"]
    environment = os.environ | {"CHROME_PATH": chromium}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise LighthouseError(f"lighthouse: {address}: {done.stderr.strip()}")
    return _read_report(json.loads(done.stdout))


def _read_report(report: Mapping[str, Any]) -> Scores:
    scores = {name: float(report["categories"][name]["score"] or 0) for name in CATEGORIES}
    counted = {
        entry["id"]
        for name in CATEGORIES
        for entry in report["categories"][name]["auditRefs"]
        if entry["weight"]
    }
    audits = (report["audits"][name] for name in sorted(counted))
    faults = (
        f"{audit['id']}: {audit['title']} {audit.get('displayValue', '')}".strip()
        for audit in audits
        if audit["score"] is not None and audit["score"] < 0.9
    )
    measures = {name: float(report["audits"][name]["numericValue"]) for name in MEASURES}
    return Scores(scores, measures, tuple(faults))
