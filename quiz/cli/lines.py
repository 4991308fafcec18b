"""Reading the lines of the line mode: what is an order, and what is an answer."""

import re
from collections.abc import Container
from dataclasses import dataclass
from typing import TextIO

from quiz.cli.output import ask, say

_GLUED = re.compile(r"(:?[^\w:]|:?[a-z])(\d{1,6})", re.IGNORECASE)
"""An order with its number: `g7`, `:-2`."""


@dataclass(slots=True)
class Lines:
    """The lines of an input, one after the other."""

    stdin: TextIO
    has_ended: bool = False
    """Whether its end was met."""

    def read(self, prompt: str = "> ") -> str | None:
        """Read the next line, without its end; None at the end of input."""
        line = None if self.has_ended else read_line(self.stdin, prompt)
        self.has_ended = line is None
        return line


@dataclass(frozen=True, slots=True)
class Order:
    """A letter that orders something, with what follows it."""

    letter: str
    rest: str = ""


LEAVE = Order("q")
"""What the end of input orders."""


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


def order_with_rest(line: str | None, orders: Container[str], *, is_text: bool) -> Order | None:
    """Return what a line orders, and what follows the letter: `g 7`, `g7`, `:- 2`; None where it answers."""
    if line is None:
        return LEAVE
    word, _, rest = line.partition(" ")
    glued = _GLUED.fullmatch(word)
    if glued and not rest:
        word, rest = glued.groups()
    letter = order_in(word, orders, is_text=is_text)
    return Order(letter, rest.strip()) if letter else None


def answer_in(line: str) -> str:
    """Return what a line answers; two colons in front stand for one that is no order."""
    return line[1:] if line.startswith("::") else line
