"""The shape of the code: layers, what is really imported, sizes, and a sentence for every public name."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "quiz").rglob("*.py"))


def modules_after(statement: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nprint('\\n'.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def public_names(owner: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """List public functions and classes, and what is public in those."""
    for node in owner.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public_names(node)


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_a_layer_imports_only_what_stands_below_it():
    run = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


def test_importing_the_command_line_loads_neither_textual_nor_rich():
    loaded = modules_after("import quiz.cli")
    assert not {name for name in loaded if name.split(".")[0] in ("textual", "rich")}


@pytest.mark.parametrize("command", ["check", "due", "progress", "review", "home", "serve"])
def test_a_command_without_a_screen_loads_no_textual(command: str):
    loaded = modules_after(f"import quiz.cli.{command}")
    assert not {name for name in loaded if name.split(".")[0] in ("textual", "rich")}


def test_the_command_line_loads_no_server_of_its_own_accord():
    loaded = modules_after("import quiz.cli.serve")
    assert not {name for name in loaded if name.split(".")[0] in ("aiohttp", "textual_serve", "asyncio")}


def test_checking_a_deck_loads_no_scheduler_of_its_own_accord():
    assert "fsrs" not in modules_after("import quiz.deck, quiz.source")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_fit_a_screen_or_two(path: Path):
    assert path.read_text(encoding="utf-8").count("\n") <= 300
    assert not [function.name for function in functions(path) if body_lines(function) > 40]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_public_name_has_a_sentence(path: Path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree)
    assert not [node.name for node in public_names(tree) if not ast.get_docstring(node)]
