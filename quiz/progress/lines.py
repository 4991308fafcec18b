"""The form of the progress file: which of its bytes are events, and whether it is whole.

    [
    {"format":"quiz-progress","version":1}
    ,{"id":...}
    ]

The comma leads its line, so that a torn append can't take an older answer with it.
"""

from dataclasses import dataclass

import msgspec

from quiz.errors import QuizError
from quiz.progress.event import Event, decode

VERSION = 1
HEAD = b'[\n{"format":"quiz-progress","version":1}\n'
TAIL = b"]\n"
_NOT_OURS = "this is not a progress file of quiz"
_MARK = b"\xef\xbb\xbf"
"""The byte order mark that some editors put first."""


class _Header(msgspec.Struct):
    format: str
    version: int


class _Identified(msgspec.Struct):
    id: str


@dataclass(frozen=True, slots=True)
class Line:
    """An event as it stands in the file."""

    raw: bytes
    """The JSON object, without the comma and the line's end."""
    event: Event | None
    """None where this version does not know what it is."""

    @property
    def id(self) -> str:
        """The identity of the event, known or not."""
        return self.event.id if self.event else msgspec.json.decode(self.raw, type=_Identified).id


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file's bytes say."""

    lines: tuple[Line, ...]
    bad_lines: tuple[int, ...]
    """The numbers of the lines that are no events."""
    is_canonical: bool
    """Whether appending can begin at the closing bracket."""
    is_torn: bool
    """Whether something is missing or damaged, so that the original must be set aside."""

    @property
    def damaged(self) -> int:
        """How many lines are no events."""
        return len(self.bad_lines)


def read_lines(raw: bytes) -> Reading:
    """Read all complete events of a file.

    Raises QuizError for a file that is not ours or that a newer program wrote.
    """
    text = raw.removeprefix(_MARK)
    if HEAD.startswith(text):
        return Reading((), (), is_canonical=False, is_torn=bool(text))
    first, _, rest = text.partition(b"\n")
    head, _, body = rest.partition(b"\n")
    if first.strip() != b"[" or not _is_header(head):
        return _read_reformatted(text)
    found = _read_body(body)
    has_form = raw.startswith(HEAD) and raw.endswith(b"\n" + TAIL) and b"\r\n" not in raw
    return Reading(
        found.lines,
        found.bad_lines,
        is_canonical=has_form and found.is_plain and found.closed == 1,
        is_torn=bool(found.bad_lines) or not found.closed,
    )


def join_lines(lines: tuple[bytes, ...]) -> bytes:
    """Write a whole file."""
    return HEAD + b"".join(b"," + line + b"\n" for line in lines) + TAIL


def read_events(body: bytes) -> tuple[Line, ...] | None:
    """Read the lines between two places of a canonical file, or None where they are not all events."""
    found = _read_body(body)
    return found.lines if found.is_plain and not found.closed else None


@dataclass(frozen=True, slots=True)
class _Body:
    """What stands after the header."""

    lines: tuple[Line, ...]
    bad_lines: tuple[int, ...]
    """The numbers of the lines that are no events."""
    closed: int
    """Closing brackets."""
    is_plain: bool
    """Whether each line is an event behind its comma, or a closing bracket alone, or blank."""


def _read_body(body: bytes, start: int = HEAD.count(b"\n") + 1) -> _Body:
    """Read lines, the first of which has the number `start` in the file."""
    lines: list[Line] = []
    bad: list[int] = []
    closed = 0
    is_plain = True
    for number, written in enumerate(body.split(b"\n"), start):
        text = written.strip()
        raw = text.removeprefix(b",").strip()
        is_plain &= not text or text == b"]" or (text.startswith(b",") and raw not in (b"", b"]"))
        if raw == b"]":
            closed += 1
        elif raw:
            try:
                lines.append(Line(raw, decode(raw)))
            except ValueError:
                several = _several(raw)
                bad += [] if several else [number]
                lines += several
                closed += bool(several) and raw.endswith(b"]")
                is_plain = False
    return _Body(tuple(lines), tuple(bad), closed, is_plain)


def _several(raw: bytes) -> list[Line]:
    """Read a line that a lost line end has joined with what followed: events, the closing bracket."""
    try:
        parts = msgspec.json.decode(b"[" + raw.removesuffix(b"]") + b"]", type=list[msgspec.Raw])
        return [Line(bytes(part).strip(), decode(bytes(part))) for part in parts]
    except (ValueError, RecursionError):
        return []


def _is_header(line: bytes) -> bool:
    try:
        header = msgspec.json.decode(line, type=_Header)
    except ValueError:
        return False
    return _is_ours(header)


def _is_ours(header: _Header) -> bool:
    if header.format == "quiz-progress" and header.version > VERSION:
        raise QuizError(f"the progress file has version {header.version}: it needs a newer quiz")
    return header.format == "quiz-progress"


def _read_reformatted(raw: bytes) -> Reading:
    """Read a progress file that some other program has laid out in its own way."""
    try:
        header, *events = msgspec.json.decode(raw, type=list[msgspec.Raw])
        ours = _is_ours(msgspec.json.decode(header, type=_Header))
        packed = [msgspec.json.encode(msgspec.json.decode(event)) for event in events] if ours else []
        lines = tuple(Line(line, decode(line)) for line in packed)
    except (ValueError, RecursionError):
        return _read_headless(raw)
    if not ours:
        raise QuizError(_NOT_OURS)
    return Reading(lines, (), is_canonical=False, is_torn=False)


def _read_headless(raw: bytes) -> Reading:
    """Read a file whose head is damaged or misplaced, and which is ours by that or by its events."""
    has_header = any([_is_header(line.strip()) for line in raw.split(b"\n")])
    found = _read_body(raw, 1)
    if not has_header and not any(line.event for line in found.lines):
        raise QuizError(_NOT_OURS)
    return Reading(found.lines, found.bad_lines, is_canonical=False, is_torn=True)
