"""Reading the lines of the line mode: what is an order, and what is an answer."""

from collections.abc import Container
from typing import TextIO

from quiz.cli.output import ask, say


def read_line(stdin: TextIO, prompt: str = "> ") -> str | None:
    """Read a line, without its end; None at the end of input."""
    ask(prompt)
    line = stdin.readline()
    if not line:
        say()
        return None
    return line.strip()


def order_in(line: str | None, orders: Container[str], *, is_text: bool) -> str | None:
    """Return what a line orders: `:u` everywhere, `u` where no text is expected; the end of input is `q`.

    What is no order behind a colon asks for help.
    """
    if line is None:
        return "q"
    if line.startswith(":") and not line.startswith("::"):
        letter = line[1:].strip().lower()
        return letter if letter in orders else "?"
    return line.lower() if not is_text and line.lower() in orders else None


def answer_in(line: str) -> str:
    """Return what a line answers; two colons in front stand for one that is no order."""
    return line[1:] if line.startswith("::") else line
