"""Which decks are meant when none is named: `./decks`, else the deck that travels with the program."""

from pathlib import Path

from quiz.deck import deck_files

_PACKAGE = Path(__file__).resolve().parent.parent
_NAME = "belgium-ecuador.yaml"


def default_paths() -> tuple[Path, ...]:
    """Return `./decks` where it is a folder with a deck, else the bundled deck."""
    here = Path("decks")
    if here.is_dir() and deck_files((here,)):
        return (here,)
    return (bundled_deck(),)


def bundled_deck() -> Path:
    """Find the bundled deck: in the installed package, or above it in an editable install."""
    installed = _PACKAGE / "bundled" / "decks" / _NAME
    return installed if installed.exists() else _PACKAGE.parent / "decks" / _NAME
