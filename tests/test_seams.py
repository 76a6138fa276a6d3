"""Plugins never import one another: posts, ledgers and tables are the seams (DESIGN.md)."""

import re
from pathlib import Path

PLUGINS = Path(__file__).parents[1] / "plugins"
LIBRARY = "authorities"
# The page view needs the very lines that the ledger counts; DESIGN.md tells why.
ALLOWED = {("newspapers", "converter.pages.page")}
# The converter's packages, each of which imports only those before it.
LAYERS = (
    "language",
    "pages",
    "parsers",
    "facts",
    "corrections",
    "scoring",
    "assembly",
    "description",
    "ledgers",
    "archive",
)
IMPORT = re.compile(r"^\s*(?:from|import) plugins\.([\w.]+)", re.MULTILINE)


def list_foreign_imports() -> set[tuple[str, str]]:
    """Every import of one plugin by another, as (plugin, module)."""
    return {
        (plugin, module)
        for path in PLUGINS.rglob("*.py")
        for plugin in [path.relative_to(PLUGINS).parts[0]]
        for module in IMPORT.findall(path.read_text("utf-8"))
        if module.split(".")[0] not in {plugin, LIBRARY}
    }


def test_plugins_import_only_themselves_and_the_library() -> None:
    assert list_foreign_imports() == ALLOWED


def test_converter_packages_import_only_those_before_them() -> None:
    folder = PLUGINS / "converter"
    assert {path.parent.name for path in folder.glob("*/__init__.py")} == set(LAYERS)
    upward = {
        (path.relative_to(folder).as_posix(), module)
        for path in folder.glob("*/*.py")
        for module in IMPORT.findall(path.read_text("utf-8"))
        for package in module.split(".")[1:2]
        if package in LAYERS and LAYERS.index(package) > LAYERS.index(path.parent.name)
    }
    assert not upward
