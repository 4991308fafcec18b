"""What a shell may complete beside commands, options and files: tags, cards and codes.

The shell asks with its `Tab` key, by the script that `_QUIZ_COMPLETE=bash_source quiz` prints (zsh and fish
likewise). What can't be opened completes nothing, and says nothing.
"""

from collections.abc import Iterable

import click

from quiz.collection import Library, default_paths, open_library
from quiz.errors import QuizError
from quiz.text import visible_line

_MOST = 500


def complete_tag(ctx: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """List the tags of the decks that begin so."""
    notes = (note for deck in _library(ctx).decks for note in deck.notes)
    return _beginning({tag for note in notes for tag in note.tags}, begun)


def complete_card(ctx: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """List the notes of the decks that begin so: `belgium-ecuador/city`."""
    decks = _library(ctx).decks
    return _beginning((f"{deck.id}/{note.name}" for deck in decks for note in deck.notes), begun)


def complete_code(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """List the codes of problems and findings that begin so."""
    from quiz.deck import Code
    from quiz.lint import RULES

    return _beginning((*map(str, Code), *(str(rule.code) for rule in RULES)), begun)


def _library(ctx: click.Context) -> Library:
    try:
        return open_library(tuple(ctx.params.get("paths") or ()) or default_paths())
    except QuizError:
        return open_library(())


def _beginning(words: Iterable[str], begun: str) -> list[str]:
    return sorted({visible_line(word) for word in words if word.startswith(begun)})[:_MOST]
