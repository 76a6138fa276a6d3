"""Plugins never import one another: posts, ledgers and tables are the seams (DESIGN.md)."""

import re
from pathlib import Path

PLUGINS = Path(__file__).parents[1] / "plugins"
LIBRARY = "authorities"
# The page view needs the very lines that the ledger counts; DESIGN.md tells why.
ALLOWED = {("newspapers", "converter.page")}
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
