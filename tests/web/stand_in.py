"""A program that speaks as the screens do, and starts at once: for what the server does with any of them.

It paints what it is sent. Some keys end it, with the exit codes of the screens; `#` makes it deaf to its end.
"""

import os
import sys
from pathlib import Path

ENDS = {b"q": 0, b"\x03": 130, b"!": 70}
"""What ends it: leaving, Ctrl+C, a mistake in the program."""


def main(told: str) -> None:
    """Paint what is sent until the input ends; then write that it has ended to a file."""
    os.write(1, b"__GANGLION__\n")
    paint(b"Here is http://evil.example/ for you")
    while head := sys.stdin.buffer.read(5):
        said = sys.stdin.buffer.read(int.from_bytes(head[1:], "big"))
        if said in ENDS:
            sys.exit(ENDS[said])
        if said == b"#":
            while True:
                sys.stdin.buffer.read()
        paint(said)
    with Path(told).open("a", encoding="utf-8") as file:
        file.write("gone\n")


def paint(text: bytes) -> None:
    os.write(1, b"D" + len(text).to_bytes(4, "big") + text)


main(sys.argv[1])
