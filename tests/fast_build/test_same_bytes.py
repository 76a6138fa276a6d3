"""With the plugin and without it, a site is the same to the byte."""

from pathlib import Path

from tests.theme.conftest import LEFT_OUT, copy_content, run_build

ADDRESS = "https://example.org/repo"
ROOT = Path(__file__).parents[2]


def test_site_is_the_same_with_and_without_the_plugin(tmp_path: Path) -> None:
    content = copy_content(tmp_path)
    sites = []
    for name, left_out in (("fast", LEFT_OUT), ("own", LEFT_OUT | {"plugins.fast_build"})):
        run = run_build(content, tmp_path / name, ADDRESS, left_out)
        assert run.returncode == 0, run.stdout + run.stderr
        files = (path for path in (tmp_path / name).rglob("*") if path.is_file())
        sites.append({path.relative_to(tmp_path / name): path.read_bytes() for path in files})
    assert sites[0] == sites[1]


def test_no_template_uses_what_the_plugin_leaves_out() -> None:
    for path in (ROOT / "theme" / "templates").rglob("*.html"):
        text = path.read_text("utf-8")
        assert "dates_page" not in text, path
        assert " in dates" not in text, path
