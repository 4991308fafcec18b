"""The learner's own editor, at a line of a deck.

Which program it is, is the learner's to say; a path and a line are all that is added to it, as words of
their own and past any shell.
"""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

try:
    import termios
except ImportError:
    termios = None  # type: ignore[assignment]

from textual.app import App, SuspendNotSupported

from quiz.cli.output import tell
from quiz.text import visible_line

_USUAL = ("nano", "vi")
"""What is taken where the learner names none."""
_PLUS = (
    *("vi", "vim", "nvim", "view", "ex", "gvim", "mvim", "nano", "pico", "emacs", "emacsclient"),
    *("micro", "joe", "jmacs", "kak", "mg", "ne", "mcedit", "gedit"),
)
"""Editors that take `+LINE FILE`."""
_IN_TERMINAL = (
    *(
        "vi",
        "vim",
        "nvim",
        "view",
        "ex",
        "nano",
        "pico",
        "micro",
        "joe",
        "jmacs",
        "kak",
        "mg",
        "ne",
        "mcedit",
    ),
    *("hx", "helix"),
)
"""Editors that take the terminal for themselves, so that nobody need be told what is open."""
_CODE = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")
"""Editors that take `--goto FILE:LINE`."""
_COLON = ("subl", "sublime_text", "hx", "helix", "zed", "zeditor", "lapce")
"""Editors that take `FILE:LINE`."""
_WAITING = {
    **dict.fromkeys(_CODE, ("--wait", "-w")),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor", "lapce"), ("--wait", "-w")),
    "gvim": ("-f", "--nofork"),
    "mvim": ("-f", "--nofork"),
    "kate": ("-b", "--block"),
    "gedit": ("-w", "--wait"),
}
"""How those are told to wait that would otherwise return at once, in all spellings."""


def chosen_editor(environment: Mapping[str, str]) -> str | None:
    """Return the command of the learner's editor: `$VISUAL`, else `$EDITOR`, else what is usual here."""
    named = (environment.get(name, "").strip() for name in ("VISUAL", "EDITOR"))
    return next(filter(None, (*named, *(name for name in _USUAL if shutil.which(name)))), None)


def editor_words(command: str, path: Path, line: int) -> list[str]:
    """Return the words that open a file at a line, as this editor takes them, and wait for its end.

    Raises ValueError where the command is no list of words.
    """
    words = shlex.split(command)
    if not words or not words[0]:
        raise ValueError("it names no program")
    name = _name(words)
    spellings = _WAITING.get(name, ())
    waiting = list(spellings[:1]) if not set(spellings) & set(words[1:]) else []
    return [*words, *waiting, *_place(name, str(path), line)]


def _name(words: list[str]) -> str:
    """Return the name that an editor's program is known by."""
    return Path(words[0]).name.lower().removesuffix(".exe").removesuffix(".basic").removesuffix(".tiny")


def _place(name: str, path: str, line: int) -> list[str]:
    if name in _PLUS:
        return [f"+{line}", path]
    if name in _CODE:
        return ["--goto", f"{path}:{line}"]
    if name in _COLON:
        return [f"{path}:{line}"]
    if name == "kate":
        return ["-l", str(line), path]
    return [f"-n{line}", path] if name == "notepad++" else [path]


def edit(app: App[None], path: Path, line: int) -> str | None:
    """Let the learner edit a file while the screen is put aside; return why it can't be, or None."""
    place = f"{visible_line(str(path))}:{line}"
    command = chosen_editor(os.environ)
    if command is None:
        return f"No editor: set EDITOR to the name of yours. The place is {place}"
    try:
        words = editor_words(command, path, line)
    except ValueError as error:
        return f"$VISUAL or $EDITOR can't be read ({error}). The place is {place}"
    try:
        with app.suspend():
            if _name(words) not in _IN_TERMINAL:
                tell(f"{place} is open in {words[0]}; quiz goes on when it ends")
            complaint = _run(words)
            _forget_keys()
            return complaint
    except SuspendNotSupported:
        return f"No editor can be opened from here. The place is {place}"


def _run(words: list[str]) -> str | None:
    """Run an editor to its end. This raises nothing: whoever has put the screen aside must get it back."""
    shown = visible_line(words[0])
    try:
        with subprocess.Popen(words) as editor, _left_to(signal.SIGINT):
            code = editor.wait()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        return f"The editor `{shown}` can't be started: {reason}. Set EDITOR to the name of yours."
    return f"The editor `{shown}` ended with {code}." if code else None


@contextmanager
def _left_to(number: signal.Signals) -> Iterator[None]:
    """Leave a key's signal to the program in front: its Ctrl+C is none of ours."""
    before = signal.signal(number, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(number, before)


def _forget_keys() -> None:
    """Drop the keys that were pressed while an editor was open: they were not meant for the round."""
    if termios and sys.__stdin__:
        with suppress(OSError, ValueError, termios.error):
            termios.tcflush(sys.__stdin__.fileno(), termios.TCIFLUSH)
