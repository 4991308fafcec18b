"""`quiz check [PATH...]`: the problems of decks and what could be better, each with its place."""

from pathlib import Path

import click

from quiz.cli.completion import complete_code
from quiz.cli.options import chosen_places, json_option, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, say_json, tell
from quiz.collection import Library, open_library
from quiz.deck import Code, Problem, deck_files
from quiz.errors import QuizError
from quiz.lint import Finding, lint
from quiz.lint.rules import MORE_FINDINGS
from quiz.text import count, visible_line

_MOST_LEFT_OUT = 20
"""Cards of a file that are named which were given no id."""


@a_command("Check decks, their quotes and how they ask.")
@path_arguments
@json_option
@click.option("--strict", is_flag=True, help="Exit with 1 for a finding too, not only for a problem.")
@click.option(
    "--explain",
    "code",
    metavar="CODE",
    shell_complete=complete_code,
    help="Say what a code means, why, and how to mend it.",
)
@click.option("--write-ids", is_flag=True, help="First give every card without an `id` its own, in the file.")
@progress_option
def command(
    paths: tuple[Path, ...],
    progress: Path | None,
    *,
    as_json: bool,
    strict: bool,
    code: str | None,
    write_ids: bool,
) -> int:
    """Check decks; 1 where something is wrong."""
    if code is not None:
        return _explain(code, as_json=as_json)
    places = chosen_places(paths, progress)
    is_written = _write_ids(places.decks) if write_ids else True
    library = open_library(places.decks)
    if not library.paths:
        raise QuizError("no deck in " + ", ".join(visible_line(str(path)) for path in paths))
    problems, findings = library.told_problems, lint(library)
    told = _in_order(problems, findings)
    if as_json:
        say_json([_as_json(one) for one in told])
    else:
        for one in told:
            say(_line(one))
        say(_verdict(library, problems, findings))
        if findings:
            tell("explain one with `quiz check --explain CODE`")
    if not is_written:
        return 2
    return 1 if problems or (strict and findings) else 0


def _explain(code: str, *, as_json: bool) -> int:
    from quiz.cli.explain import explained, explanation

    if as_json:
        say_json(explained(code))
    else:
        say(explanation(code))
    return 0


def _write_ids(paths: tuple[Path, ...]) -> bool:
    """Write missing ids into each file by itself; tell whether all could be written that can be read."""
    from quiz.deck.ids import write_ids

    is_written = True
    for file in deck_files(paths):
        try:
            written = write_ids(file)
        except QuizError as error:
            tell(error.words)
            is_written = False
            continue
        shown = visible_line(str(file))
        tell(f"{shown}: {count(written.count, 'id') if written.count else 'no ids'} written")
        for line, reason in written.left_out[:_MOST_LEFT_OUT]:
            tell(f"{shown}:{line}: no id written for this card: {reason}")
        more = len(written.left_out) - _MOST_LEFT_OUT
        if more > 0:
            tell(f"{shown}: no ids written for {count(more, 'more card')}")
    return is_written


def _in_order(problems: tuple[Problem, ...], findings: tuple[Finding, ...]) -> tuple[Problem | Finding, ...]:
    """Put problems and findings in order of file and place; what counts the rest of a file comes last."""
    counting = {Code.MORE.value, MORE_FINDINGS.code}

    def place(one: Problem | Finding) -> tuple[str, bool, int, int]:
        return str(one.path), one.code in counting, one.line or 0, one.column or 0

    return tuple(sorted((*problems, *findings), key=place))


def _line(one: Problem | Finding) -> str:
    """Write a problem or a finding as compilers do: `path:line:column: error CODE: message`."""
    place = f":{one.line}:{one.column}" if one.line else ""
    shown = visible_line(str(one.path))
    return f"{shown}{place}: {one.severity} {one.code}: {visible_line(one.message)}"


def _as_json(one: Problem | Finding) -> dict[str, str | int | None]:
    return {
        "path": str(one.path),
        "line": one.line,
        "column": one.column,
        "severity": one.severity,
        "code": one.code,
        "message": one.message,
    }


def _verdict(library: Library, problems: tuple[Problem, ...], findings: tuple[Finding, ...]) -> str:
    cards = sum(len(deck.cards) for deck in library.decks)
    quotes = sum(len(note.quotes) for deck in library.decks for note in deck.notes)
    read = ", ".join((count(len(library.paths), "deck"), count(cards, "card"), count(quotes, "quote")))
    found = count(len(problems), "problem") if problems else "no problems"
    return f"{read}: {found}" + (f", {count(len(findings), 'finding')}" if findings else "")
