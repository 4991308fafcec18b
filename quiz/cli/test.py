"""`quiz test [PATH...]`: a scored self-test."""

import sys
from pathlib import Path

import click

from quiz.chance import new_seed
from quiz.cli.exam_options import blueprint_options, need_writable, wished
from quiz.cli.lines import Lines
from quiz.cli.options import command as a_command
from quiz.cli.options import need_terminal, opened, path_arguments, progress_option
from quiz.cli.output import tell
from quiz.cli.plain_mistakes import show_mistakes
from quiz.cli.plain_next import next_paper
from quiz.cli.plain_test import plain_test
from quiz.cli.reports.file import write_result
from quiz.clock import now
from quiz.collection import Collection
from quiz.exam import Paper, Score, Sitting, Wish, begun, drawn_paper, left_sitting
from quiz.exam.offering import notices, unused_words

NOT_PASSED = 1
"""The exit code of a test that was not passed, or not handed in."""


@a_command(
    "Sit a scored test, drawn from your decks.\n\nA test that was left is taken up again. The exit code is 0 "
    "where it was passed and 1 where it was not, or was left."
)
@path_arguments
@blueprint_options
@click.option(
    "--feedback",
    type=click.Choice(["now", "end"]),
    default="end",
    help="Tell each verdict at once, or at the end.",
)
@click.option("--negative", is_flag=True, help="A wrong pick costs what guessing would earn.")
@click.option("--confidence", is_flag=True, help="Ask how sure you are of each answer.")
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the result: .json, .md or .html."
)
@click.option("--no-schedule", is_flag=True, help="Leave the schedule alone.")
@click.option("--plain", is_flag=True, help="Lines of text in the place of a screen.")
@progress_option
def command(
    paths: tuple[Path, ...],
    progress: Path | None,
    *,
    questions: int | None,
    minutes: float | None,
    pass_mark: float | None,
    tags: tuple[str, ...],
    seed: str | None,
    feedback: str,
    negative: bool,
    confidence: bool,
    output: Path | None,
    no_schedule: bool,
    plain: bool,
) -> int:
    """Sit a test."""
    collection = opened(paths, progress)
    need_writable(output, (".json", ".md", ".html"), collection)
    wish = wished(
        collection,
        questions=questions,
        minutes=minutes,
        pass_mark=pass_mark,
        tags=tags,
        is_negative=negative,
        asks_confidence=confidence,
        tells_at_once=feedback == "now",
    )
    code = 0
    if plain:
        score = _in_lines(collection, wish, seed, output, is_scheduled=not no_schedule)
    else:
        need_terminal("quiz test --plain")
        from quiz.tui import run_test
        from quiz.tui.exam_course import Plan

        code, score = run_test(collection, Plan((), wish, seed, is_scheduled=not no_schedule))
    if score and output:
        write_result(collection, score, output)
    return code or (0 if score and score.result.passed else NOT_PASSED)


def _in_lines(
    collection: Collection, wish: Wish, seed: str | None, output: Path | None, *, is_scheduled: bool
) -> Score | None:
    """Sit a test in lines of text; the result is written before claims are asked for already."""
    sitting = left_sitting(collection, now(), seed=seed)
    if sitting:
        _tell_all((*notices(sitting.paper), *unused_words(sitting.paper, wish)))
    following: Sitting | None = sitting or _handed_out(
        collection, drawn_paper(collection, wish, seed or new_seed())
    )
    lines, score = Lines(sys.stdin), None
    while following:
        sat = plain_test(collection, following, lines, is_scheduled=is_scheduled)
        following = None
        if sat:
            score = _looked_at(collection, sat, lines, output)
            again = next_paper(collection, score, lines)
            following = _handed_out(collection, again) if again else None
    collection.close()
    return score


def _handed_out(collection: Collection, paper: Paper) -> Sitting:
    _tell_all(notices(paper))
    return begun(collection, paper, now())


def _tell_all(said: tuple[str, ...]) -> None:
    for words in said:
        tell(words)


def _looked_at(collection: Collection, score: Score, lines: Lines, output: Path | None) -> Score:
    """Write the result, show the mistakes, and return the score with what was claimed."""
    if output:
        write_result(collection, score, output)
    return show_mistakes(collection, score, lines)
