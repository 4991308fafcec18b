"""The one printer of the command line: stdout is data, stderr is talk."""

import json
import os
import sys
from pathlib import Path
from typing import Any, NoReturn, TextIO

from quiz.text import CONTROL, visible, visible_line


def say(text: str = "") -> None:
    """Print a line of the answer, and see that it is out; whatever it says, it steers no terminal."""
    print(visible(text), flush=True)


def ask(prompt: str) -> None:
    """Print a prompt that the answer follows on the same line."""
    print(visible(prompt), end="", flush=True)


def tell(text: str) -> None:
    """Print a line of talk: a warning, a message beside the answer; where nobody can hear it, go on."""
    try:
        print(f"quiz: {visible_line(text)}", file=sys.stderr, flush=True)
    except OSError:
        let_go(sys.stderr)


def say_json(value: Any) -> None:
    """Print a value as JSON, in which no character steers the terminal."""
    say(json_text(value))


def say_path(file: Path, *, as_json: bool) -> None:
    """Print where a file is, or would be."""
    whole = file.absolute()
    if as_json:
        say_json({"path": str(whole), "exists": os.path.exists(whole)})  # noqa: PTH110 - pathlib raises
    else:
        say(visible_line(str(whole)))


def json_text(value: Any) -> str:
    """Write a value as JSON, in which no character steers the terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return CONTROL.sub(lambda control: json.dumps(control.group())[1:-1], text)


def let_go(stream: TextIO) -> None:
    """Send what a broken stream still holds to nowhere, so that it doesn't fail again at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def leave(code: int) -> NoReturn:
    """End the program at once: nothing is open any more, and taking down what was loaded would take time."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            let_go(stream)
    os._exit(code)


def prepare_streams() -> None:
    """See that neither a closed stream nor a character that isn't text ends the program."""
    sys.stdin = sys.stdin or Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115 - till the end
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
