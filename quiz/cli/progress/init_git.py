"""`quiz progress init-git`: git learns how to merge the learner's file."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import click

from quiz.cli.options import chosen_places, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, tell
from quiz.disk import create_whole, replace_whole
from quiz.errors import QuizError
from quiz.progress.attributes import Way, with_merge
from quiz.progress.failures import words_about
from quiz.text import visible_line

_SETTINGS = {
    "merge.quiz.name": "the union of two progress files of quiz",
    "merge.quiz.driver": f"{shlex.quote(sys.executable)} -m quiz progress merge-driver %O %A %B",
}


@a_command(
    "Let git merge your progress file without conflicts.\n\nOne line in the `.gitattributes` beside it does: "
    "git then keeps the lines of both sides. With --driver, quiz does it itself in this clone, "
    "dropping second copies; other clones need the same command."
)
@path_arguments
@click.option("--driver", is_flag=True, help="Merge by quiz itself, in this clone.")
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, driver: bool) -> int:
    """Write .gitattributes, and the driver where it is asked for."""
    target = Path(os.path.realpath(chosen_places(paths, progress).progress))
    attributes = target.with_name(".gitattributes")
    way = Way.DRIVER if driver else Way.UNION
    if driver:
        _install_driver(target.parent)
    with words_about(attributes, "can't be written"):
        is_new = _write(attributes, target.name, way)
    shown = visible_line(str(attributes))
    say(f"{shown}: {visible_line(target.name)} merge={way}" + ("" if is_new else ", as it was"))
    if not any((folder / ".git").exists() for folder in target.parents):
        tell(f"{visible_line(str(target.parent))} is in no git repository yet: `git init` makes one")
    return 0


def _write(attributes: Path, name: str, way: Way) -> bool:
    """Put the line into the file; False where it says so already."""
    try:
        raw = attributes.read_bytes()
    except FileNotFoundError:
        attributes.parent.mkdir(parents=True, exist_ok=True)
        create_whole(attributes, _merged(b"", name, way))
        return True
    if _merged(raw, name, way) == raw:
        return False
    replace_whole(attributes, _merged(raw, name, way))
    return True


def _merged(raw: bytes, name: str, way: Way) -> bytes:
    text = raw.decode("utf-8", "surrogateescape")
    return with_merge(text, name, way).encode("utf-8", "surrogateescape")


def _install_driver(folder: Path) -> None:
    for name, value in _SETTINGS.items():
        try:
            words = ["git", "-C", str(folder), "config", "--local", name, value]
            subprocess.run(words, check=True, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        except FileNotFoundError as error:
            raise QuizError("git is not installed here") from error
        except subprocess.CalledProcessError as error:
            said = visible_line(error.stderr.strip() or "git failed")
            raise QuizError(f"{visible_line(str(folder))}: {said}") from error
