"""`quiz check [PATH...]`: the problems of decks, each with its place."""

from pathlib import Path

from quiz.cli.options import chosen_places, json_option, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, say_json
from quiz.collection import Library, open_library
from quiz.deck import Problem
from quiz.errors import QuizError
from quiz.text import count, visible_line


@a_command("Check decks, and every quote against its document.")
@path_arguments
@json_option
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, as_json: bool) -> int:
    """Check decks; 1 where something is wrong."""
    library = open_library(chosen_places(paths, progress).decks)
    if not library.paths:
        raise QuizError("no deck in " + ", ".join(visible_line(str(path)) for path in paths))
    problems = library.all_problems
    if as_json:
        say_json([_as_json(problem) for problem in problems])
    else:
        for problem in problems:
            say(problem_line(problem))
        say(_verdict(library, problems))
    return 1 if problems else 0


def problem_line(problem: Problem) -> str:
    """Write a problem as compilers do: `path:line:column: error CODE: message`."""
    place = f":{problem.line}:{problem.column}" if problem.line else ""
    shown = visible_line(str(problem.path))
    return f"{shown}{place}: {problem.severity} {problem.code}: {visible_line(problem.message)}"


def _as_json(problem: Problem) -> dict[str, str | int | None]:
    return {
        "path": str(problem.path),
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
    }


def _verdict(library: Library, problems: tuple[Problem, ...]) -> str:
    cards = sum(len(deck.cards) for deck in library.decks)
    quotes = sum(len(note.quotes) for deck in library.decks for note in deck.notes)
    found = count(len(problems), "problem") if problems else "no problems"
    read = ", ".join((count(len(library.paths), "deck"), count(cards, "card"), count(quotes, "quote")))
    return f"{read}: {found}"
