"""Two histories become one by the union of their events' identities.

What is joined is read as it stands and never written to. Lines go in as they are, those of a newer program
too, so that merging is commutative, associative and idempotent in what the file means.
"""

from collections.abc import Iterable
from pathlib import Path
from stat import S_ISREG

from quiz.errors import QuizError
from quiz.progress.failures import words_about
from quiz.progress.lines import Line, Reading, join_lines, read_lines


def read_copy(path: Path) -> Reading:
    """Read another progress file, whatever state it is in.

    Raises QuizError, naming it, where it can't be read or is not ours.
    """
    with words_about(path, "can't be read"):
        if not S_ISREG(path.stat().st_mode):
            raise QuizError("not a file")
        return read_lines(path.read_bytes())


def missing_lines(held: Iterable[Line], others: Iterable[Line]) -> dict[str, bytes]:
    """Return the lines of others that are not held, by identity, in their order."""
    known = {line.id for line in held}
    missing: dict[str, bytes] = {}
    for line in others:
        if line.id not in known:
            missing.setdefault(line.id, line.raw)
    return missing


def union(ours: Reading, theirs: Reading) -> bytes:
    """Write the whole file that holds the events of two; those of ours come first."""
    return join_lines(tuple(missing_lines((), (*ours.lines, *theirs.lines)).values()))
