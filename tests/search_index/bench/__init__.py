"""Measures the search: quality, bytes, requests, waves, latency, size, files, build; beside Pagefind."""
