"""Rules of the theme's own files: small, tokens only, readable in both modes."""

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "theme"
STYLES = sorted((THEME / "static" / "css").glob("*.css"))
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
SCRIPTS = sorted((THEME / "static" / "js").glob("*.js"))

# Text on ground, as the styles pair them; each must reach 4.5 to 1 (WCAG 2.2, 1.4.3).
TEXT_PAIRS = [
    *(("ink", ground) for ground in ("paper", "wash")),
    *(("soft", ground) for ground in ("paper", "wash")),
    ("on-mark", "mark"),
    ("on-seal", "seal"),
    *(
        (f"accent{suffix}", ground)
        for suffix in ("", *(f"-{n}" for n in range(1, 9)))
        for ground in ("paper", "wash")
    ),
]


def read_tokens(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z0-9-]+): (#[0-9a-f]{6});", block))


def read_modes() -> dict[str, dict[str, str]]:
    text = (THEME / "static" / "css" / "tokens.css").read_text("utf-8")
    light = read_tokens(text[: text.index("@media")])
    by_hand, by_system = re.findall(r"@media screen[^{]*\{\s*:root[^{]*\{(.*?)\}", text, re.S)
    assert read_tokens(by_hand) == read_tokens(by_system)
    return {"light": light, "dark": light | read_tokens(by_hand)}


def measure_luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def measure_contrast(one: str, other: str) -> float:
    darker, lighter = sorted((measure_luminance(one), measure_luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_is_readable_on_its_ground(mode: str) -> None:
    tokens = read_modes()[mode]
    weak = [pair for pair in TEXT_PAIRS if measure_contrast(tokens[pair[0]], tokens[pair[1]]) < 4.5]
    assert weak == []


def test_colours_stand_in_the_token_file_alone() -> None:
    for path in STYLES:
        if path.name != "tokens.css":
            assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", path.read_text("utf-8")), path


def test_styles_are_small_and_without_ids_or_force() -> None:
    assert sum(path.stat().st_size for path in STYLES) < 20_000
    for path in STYLES:
        text = re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.S)
        assert "!important" not in text, path
        selectors = re.findall(r"(?:^|[}{])\s*([^{}@]+)\{", text)
        assert not [selector for selector in selectors if "#" in selector], path


def test_red_is_used_once() -> None:
    uses = [use for path in STYLES for use in re.findall(r"var\(--seal\)", path.read_text("utf-8"))]
    assert len(uses) == 1


def test_templates_are_short_and_their_lines_readable() -> None:
    for path in TEMPLATES:
        lines = path.read_text("utf-8").splitlines()
        assert 5 <= len(lines) <= 60, path
        assert [line for line in lines if len(line) > 120] == [], path


def test_scripts_set_text_as_text() -> None:
    for path in SCRIPTS:
        assert not re.search(
            r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(", path.read_text("utf-8")
        ), path
