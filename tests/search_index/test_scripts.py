"""The scripts in one file do what the modules do."""

import re
import subprocess
from pathlib import Path

import pytest

from plugins.search_index.errors import SearchIndexError
from plugins.search_index.scripts import ENTRIES, SEGMENTED, WHOLE, bundle_script, bundle_scripts
from tests.search_index.node import find_node

THEME = Path(__file__).parents[2] / "theme" / "static" / "js"


def run(script):
    return subprocess.run([find_node(), str(script)], capture_output=True, text=True, check=True).stdout


def test_every_entry_is_whole(tmp_path):
    bundle_scripts(THEME, tmp_path)
    for entry in ENTRIES:
        text = (tmp_path / entry).read_text("utf-8")
        assert not re.search(r'\bimport\s*["{*]|\}\s*from\s*"', text)
        assert "//" not in text.replace("http://", "").replace("https://", "")
        subprocess.run([find_node(), "--check", str(tmp_path / entry)], check=True)


def test_every_time_gives_the_same_bytes(tmp_path):
    bundle_scripts(THEME, tmp_path)
    once = {path: path.read_bytes() for path in tmp_path.rglob("*.js")}
    bundle_scripts(THEME, tmp_path)
    assert once == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert tmp_path / "search" / "filters.js" in once


def test_imports_renames_and_lazy_imports_go_on_working(tmp_path):
    (tmp_path / "part").mkdir()
    files = {
        "main.mjs": """import { one, add as plus } from "./part/a.mjs";
import {
  two,
} from "./part/b.mjs";
// a note
export const three = plus(one, two);
const { four } = await (await import("./part/c.mjs")).default();
console.log(three, four, "// no note");
""",
        "part/a.mjs": """import { two } from "./b.mjs";
export const one = 1;
export function add(a, b) {
  return a + b + two - 2;
}
""",
        "part/b.mjs": """/** two
 * lines */
const two = 2;
const one = 7;
export { two };
export class Unused {}
""",
        "part/c.mjs": "   \n\n" + 'export default async () => ({ four: (await import("./d.mjs")).four });\n',
        "part/d.mjs": "export const four = 4;\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text)
    expected = run(tmp_path / "main.mjs")
    (tmp_path / "main.mjs").write_text(bundle_script(tmp_path / "main.mjs"))
    assert run(tmp_path / "main.mjs") == expected == "3 4 // no note\n"
    assert "a note" not in (tmp_path / "main.mjs").read_text()


def test_the_place_of_an_inlined_module_stays(tmp_path):
    (tmp_path / "part").mkdir()
    (tmp_path / "main.mjs").write_text(
        'import { load, here } from "./part/a.mjs";\nconsole.log(here.slice(-6), await load());\n'
    )
    (tmp_path / "part" / "a.mjs").write_text(
        'export const here = import.meta.url;\nexport const load = async () => (await import("./b.mjs")).b;\n'
    )
    (tmp_path / "part" / "b.mjs").write_text("export const b = 1;\n")
    (tmp_path / "main.mjs").write_text(bundle_script(tmp_path / "main.mjs"))
    assert run(tmp_path / "main.mjs") == "/a.mjs 1\n"


def test_names_and_white_space_go_but_from_what_is_shown(tmp_path):
    (tmp_path / "main.mjs").write_text(
        """const one = 1 + +"2  3".length;
const shown = `a  {  ${ [ 1, 2 ].join("  ,  ") }  }`;
const spaced = "x  y  z".replace(/ {2}|[ /"]+/g, "  ").split( /  / );
const half = one / 2 / one;
function count(something, more) {
  return something.length + more;
}
const lines = [
  "a" ,
  'it  is'
]
console.log(one, shown, spaced, half, lines, count("ab", 2), typeof one, "q" in { q: 1 }, -1 - -1);
"""
    )
    expected = run(tmp_path / "main.mjs")
    (tmp_path / "main.mjs").write_text(bundle_script(tmp_path / "main.mjs"))
    assert run(tmp_path / "main.mjs") == expected
    text = (tmp_path / "main.mjs").read_text()
    assert "half=one/2/one" in text
    assert "something" not in text


def test_what_is_always_needed_goes_into_the_bundle(tmp_path):
    (tmp_path / "main.mjs").write_text('const { b } = await import("./b.mjs");\nconsole.log(b);\n')
    (tmp_path / "b.mjs").write_text("export const b = 1;\n")
    assert "import(" in bundle_script(tmp_path / "main.mjs")
    (tmp_path / "main.mjs").write_text(bundle_script(tmp_path / "main.mjs", "./b.mjs"))
    (tmp_path / "b.mjs").unlink()
    assert run(tmp_path / "main.mjs") == "1\n"


@pytest.mark.parametrize("joined", [SEGMENTED, WHOLE])
def test_the_engine_holds_the_form_of_the_archive(tmp_path, joined):
    bundle_scripts(THEME, tmp_path, joined=joined)
    text = (tmp_path / "search" / "engine.js").read_text("utf-8")
    assert ('import("./segments.js")' in text) == (joined == WHOLE)
    assert ('import("./whole.js")' in text) == (joined == SEGMENTED)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('import * as all from "./a.mjs";\n', "no form of import"),
        ('export * from "./a.mjs";\n', "no form of import"),
        ('import { a } from "./none.mjs";\n', r"none\.mjs: cannot be read"),
        ('import { a } from "./main.mjs";\n', "imports itself"),
        ("const a = ;\n", r"main\.mjs: is no script \(unexpected ; .*line 1"),
    ],
)
def test_what_cannot_be_bundled_is_named(tmp_path, text, complaint):
    (tmp_path / "a.mjs").write_text("export const a = 1;\n")
    (tmp_path / "main.mjs").write_text(text)
    with pytest.raises(SearchIndexError, match=complaint):
        bundle_script(tmp_path / "main.mjs")
