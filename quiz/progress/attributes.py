"""The line of `.gitattributes` that tells git how two versions of the learner's file are merged."""

import re
from enum import StrEnum


class Way(StrEnum):
    """How git merges the file; what stands behind `merge=`."""

    UNION = "union"
    """Git's own: the lines of both sides, which is valid JSON, since a comma leads each event's line."""
    DRIVER = "quiz"
    """`quiz progress merge-driver`, which the repository must have been told of."""


def with_merge(text: str, name: str, way: Way) -> str:
    """Return what a `.gitattributes` must say so that a file is merged in a way; all else stays as it is."""
    pattern = _pattern(name)
    ours = {f"{pattern} merge={other}" for other in Way}
    lines = text.splitlines(keepends=True)
    kept = [line for line in lines if line.strip() not in ours]
    wanted = f"{pattern} merge={way}"
    if len(lines) == len(kept) + 1 and any(line.strip() == wanted for line in lines):
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    if kept and not kept[-1].endswith("\n"):
        kept[-1] += end
    return "".join([*kept, wanted, end])


def _pattern(name: str) -> str:
    """Write a file's name as a pattern that means it alone."""
    literal = re.sub(r"([\\*?\[]|^[#!])", r"\\\1", name)
    if not re.search(r'[\s"]', name):
        return literal
    quoted = literal.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
