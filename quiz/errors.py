"""The one exception that a user may read."""


class QuizError(Exception):
    """Something the user can mend, in words, with the exit code it ends the program with.

    Exit codes are fixed by the command line: 2 is wrong usage or a file that can't be opened.
    """

    def __init__(self, words: str, *, exit_code: int = 2) -> None:
        super().__init__(words)
        self.words = words
        """What went wrong and what to do about it, one line, fit for a terminal."""
        self.exit_code = exit_code
        """What the process ends with when nobody handles this."""
