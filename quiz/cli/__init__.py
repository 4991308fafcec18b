"""The command line; a command is a file named as it is typed.

Importing this loads neither textual nor rich: the screens start by one import inside a function.
"""

import sys

import click

from quiz.cli.crash import install_last_words
from quiz.cli.group import quiz
from quiz.cli.output import leave, let_go, prepare_streams, tell
from quiz.collector import be_patient
from quiz.errors import QuizError

INTERRUPTED = 130
"""The exit code after Ctrl+C."""

UNWRITABLE = 2
"""The exit code where the answer can't be written."""


def main() -> None:
    """Run the command that was typed, and exit as the design fixes it."""
    be_patient()
    prepare_streams()
    install_last_words()
    leave(run(sys.argv[1:]))


def run(words: list[str]) -> int:
    """Run a command and return its exit code; every error for the user is printed here."""
    try:
        result = quiz.main(words, prog_name="quiz", standalone_mode=False)
    except click.UsageError as error:
        tell(error.format_message())
        if error.ctx:
            tell(f"try `{error.ctx.command_path} --help`")
        return error.exit_code
    except QuizError as error:
        tell(error.words)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        let_go(sys.stdout)
        return 0
    except OSError as error:
        if error.filename:  # then it is about a file of ours, and nobody foresaw it
            raise
        let_go(sys.stdout)
        tell(f"can't write the answer: {error.strerror or error}")
        return UNWRITABLE
    return result if isinstance(result, int) else 0
