"""Open data: the whole archive as JSON Lines and CSV, and a static JSON interface."""

from pelican import signals

from plugins.open_data.generator import OpenDataGenerator


def _get_generator(_: object) -> type[OpenDataGenerator]:
    return OpenDataGenerator


def register() -> None:
    """Name every signal of Pelican that this plugin uses."""
    signals.get_generators.connect(_get_generator)
