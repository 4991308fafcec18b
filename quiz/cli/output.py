"""The one printer of the command line: stdout is data, stderr is talk."""

import json
import sys
from typing import Any

from quiz.text import visible_line


def say(text: str = "") -> None:
    """Print a line of the answer, and see that it is out."""
    print(text, flush=True)


def ask(prompt: str) -> None:
    """Print a prompt that the answer follows on the same line."""
    print(prompt, end="", flush=True)


def tell(text: str) -> None:
    """Print a line of talk: a warning, a message beside the answer."""
    print(f"quiz: {visible_line(text)}", file=sys.stderr, flush=True)


def say_json(value: Any) -> None:
    """Print a value as JSON."""
    print(json.dumps(value, ensure_ascii=False, indent=2), flush=True)


def prepare_streams() -> None:
    """See that no character that a terminal can't show, or that isn't text, ends the program."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")
