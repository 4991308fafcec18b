"""`quiz test [PATH...]`: a scored self-test."""

import sys
from pathlib import Path

import click

from quiz.chance import new_seed
from quiz.cli.exam_options import blueprint_options, need_writable, wished
from quiz.cli.options import command as a_command
from quiz.cli.options import need_terminal, opened, path_arguments, progress_option
from quiz.cli.output import tell
from quiz.cli.plain_test import plain_test
from quiz.cli.reports.file import write_result
from quiz.clock import now
from quiz.collection import Collection
from quiz.exam import Score, Wish, begun, drawn_paper, left_sitting
from quiz.exam.words import notices

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
    need_writable(output, (".json", ".md", ".html"))
    collection = opened(paths, progress)
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
    if plain:
        score = _in_lines(collection, wish, seed, is_scheduled=not no_schedule)
    else:
        need_terminal("quiz test --plain")
        from quiz.tui import Plan, run_test

        code, score = run_test(collection, Plan((), wish, seed, is_scheduled=not no_schedule))
        if code:
            return code
    if score is None:
        return NOT_PASSED
    if output:
        write_result(collection, score, output)
    return 0 if score.result.passed else NOT_PASSED


def _in_lines(collection: Collection, wish: Wish, seed: str | None, *, is_scheduled: bool) -> Score | None:
    at = now()
    sitting = left_sitting(collection, at, seed=seed)
    if sitting is None:
        paper = drawn_paper(collection, wish, seed or new_seed())
        for words in notices(paper):
            tell(words)
        sitting = begun(collection, paper, at)
    score = plain_test(collection, sitting, sys.stdin, is_scheduled=is_scheduled)
    collection.close()
    return score
