"""Settings for publishing: the site's address comes from the environment."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403

# https://example.org/repo, without a slash at the end; CI takes it from configure-pages.
SITEURL = os.environ.get("SITEURL", "https://example.org").rstrip("/")
SITE_ROOT = SITEURL
FEED_DOMAIN = SITEURL
# GitHub Actions names the repository as owner/name.
REPOSITORY = os.environ.get("GITHUB_REPOSITORY", "")
REPORT_URL = f"https://github.com/{REPOSITORY}/issues/new" if REPOSITORY else ""
DELETE_OUTPUT_DIRECTORY = True
