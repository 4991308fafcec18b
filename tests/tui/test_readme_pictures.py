"""The README's pictures can be made again by the script beside them, and load nothing from outside."""

import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
SCRIPT = ROOT / "tests" / "pictures" / "make.py"
WORDS = {
    "answer": "Passage, line 3",
    "source": "belgium-ecuador-press-release.txt",
    "result": "Passed",
    "stats": "Reviews by day",
}
"""What is read in each of them."""
LARGEST = 100_000
"""Bytes."""


def text_of(svg: str) -> str:
    return " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", svg)).replace("&#160;", " ")


async def test_the_script_makes_each_picture_of_the_readme_anew(tmp_path: Path):
    specification = importlib.util.spec_from_file_location("make", SCRIPT)
    assert specification
    assert specification.loader
    script = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(script)
    await script.make(tmp_path)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert (
        {file.stem for file in tmp_path.glob("*.svg")}
        == {*WORDS}
        == {*re.findall(r"pictures/(\w+)\.svg", readme)}
    )
    for name, words in WORDS.items():
        for file in (tmp_path / f"{name}.svg", SCRIPT.with_name(f"{name}.svg")):
            svg = file.read_text(encoding="utf-8")
            assert words in text_of(svg)
            assert {*re.findall(r"\w+://[^\"')\s]+", svg)} == {"http://www.w3.org/2000/svg"}
            assert "@font-face" not in svg
            assert len(svg.encode()) < LARGEST
