"""`quiz paper [PATH...]`: an empty paper and its key, for use without a computer."""

from pathlib import Path

import click

from quiz.chance import new_seed
from quiz.cli.exam_options import blueprint_options, need_writable, wished
from quiz.cli.options import command as a_command
from quiz.cli.options import opened, path_arguments, progress_option
from quiz.cli.output import say, tell
from quiz.cli.reports.file import write_paper
from quiz.cli.reports.markdown import as_markdown
from quiz.cli.reports.paper import paper_blocks
from quiz.exam import drawn_paper
from quiz.exam.offering import notices
from quiz.text import visible_line


@a_command(
    "Write an empty paper and its key.\n\nTo be sat without a computer; it asks what `quiz test` asks by the "
    "same seed. Where no file is named, it is printed as Markdown."
)
@path_arguments
@blueprint_options
@click.option(
    "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write it to this file: .html or .md."
)
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
    output: Path | None,
) -> int:
    """Write a paper and its key."""
    collection = opened(paths, progress)
    need_writable(output, (".html", ".md"), collection)
    wish = wished(collection, questions=questions, minutes=minutes, pass_mark=pass_mark, tags=tags)
    paper = drawn_paper(collection, wish, seed or new_seed())
    for words in notices(paper):
        tell(words)
    if output is None:
        say(as_markdown(paper_blocks(collection, paper)).rstrip())
        return 0
    write_paper(collection, paper, output)
    say(visible_line(str(output)))
    tell(f"seed {visible_line(paper.seed)}: the same seed writes the same paper")
    return 0
