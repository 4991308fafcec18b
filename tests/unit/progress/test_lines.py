"""The form of the progress file: which of its bytes are events, and whether it is whole."""

import json

import pytest

from quiz.errors import QuizError
from quiz.progress.lines import HEAD, TAIL, join_lines, read_events, read_lines

ONE = b'{"id":"1","at":"2026-11-23T16:20:31Z","did":"bury","card":"deck/note"}'
TWO = b'{"id":"2","at":"2026-11-23T16:20:40Z","did":"flag","card":"deck/note","on":true}'
STRANGE = b'{"id":"3","did":"dream"}'
WHOLE = join_lines((ONE, TWO))


def raws(raw: bytes) -> list[bytes]:
    return [line.raw for line in read_lines(raw).lines]


def test_a_file_is_valid_json_with_one_event_on_each_line():
    assert json.loads(WHOLE) == [{"format": "quiz-progress", "version": 1}, json.loads(ONE), json.loads(TWO)]
    assert WHOLE.splitlines()[2:4] == [b"," + ONE, b"," + TWO]


def test_a_whole_file_is_canonical_and_not_torn():
    reading = read_lines(WHOLE)
    assert (reading.is_canonical, reading.is_torn, reading.damaged) == (True, False, 0)


def test_an_event_that_is_unknown_is_kept_without_a_meaning():
    known, unknown = read_lines(join_lines((ONE, STRANGE))).lines
    assert known.event is not None
    assert (unknown.raw, unknown.event) == (STRANGE, None)


CUT = {
    "empty": (b"", [], False),
    "a bracket": (b"[", [], True),
    "half a header": (HEAD[:20], [], True),
    "a header": (HEAD, [], True),
    "no events": (HEAD + TAIL, [], False),
    "no line end": (HEAD + b"," + ONE, [ONE], True),
    "no closing bracket": (HEAD + b"," + ONE + b"\n", [ONE], True),
    "a comma": (HEAD + b"," + ONE + b"\n,", [ONE], True),
    "half an event": (HEAD + b"," + ONE + b"\n," + TWO[:-1], [ONE], True),
    "a bracket short": (WHOLE[:-2], [ONE, TWO], True),
    "a line end short": (WHOLE[:-1], [ONE, TWO], False),
    "zeros after a power cut": (WHOLE + b"\0" * 4096, [ONE, TWO], True),
    "damage in the middle": (HEAD + b"," + ONE[:9] + b"\n," + TWO + b"\n" + TAIL, [TWO], True),
}


@pytest.mark.parametrize(("raw", "kept", "is_torn"), CUT.values(), ids=CUT)
def test_every_complete_event_of_a_torn_file_is_read(raw: bytes, kept: list[bytes], is_torn: bool):
    assert raws(raw) == kept
    assert read_lines(raw).is_torn is is_torn
    assert not read_lines(raw).is_canonical or raw == HEAD + TAIL


def test_a_file_checked_out_with_windows_line_ends_is_read_whole():
    reading = read_lines(WHOLE.replace(b"\n", b"\r\n"))
    assert [line.raw for line in reading.lines] == [ONE, TWO]
    assert (reading.is_torn, reading.is_canonical) == (False, False)


@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_a_file_that_a_formatter_laid_out_anew_is_read_whole(indent: int | str | None):
    reading = read_lines(json.dumps(json.loads(WHOLE), indent=indent).encode())
    assert [json.loads(line.raw) for line in reading.lines] == [json.loads(ONE), json.loads(TWO)]
    assert (reading.is_torn, reading.is_canonical) == (False, False)


def test_lines_of_two_devices_joined_by_a_union_merge_are_valid_json():
    ours, theirs = join_lines((ONE,)), join_lines((TWO,))
    lines = [
        *ours.splitlines()[:-1],
        *(line for line in theirs.splitlines() if line not in ours.splitlines()),
    ]
    merged = b"\n".join([*lines, b"]", b""])
    assert len(json.loads(merged)) == 3
    assert read_lines(merged).is_canonical


def test_the_marks_of_a_merge_conflict_take_no_event_along():
    conflict = b"<<<<<<< ours\n," + ONE + b"\n=======\n," + TWO + b"\n>>>>>>> theirs\n"
    reading = read_lines(HEAD + conflict + TAIL)
    assert [line.raw for line in reading.lines] == [ONE, TWO]
    assert (reading.damaged, reading.is_torn) == (3, True)


def test_a_line_ends_only_at_a_line_feed():
    text = b'{"id":"4","did":"dream","of":"\xe2\x80\xa8 and \xc2\x85"}'
    assert raws(join_lines((text,))) == [text]


@pytest.mark.parametrize(
    "raw",
    [
        b"hello\n",
        b"{}",
        b"[]",
        b"[\n]\n",
        b"[1,2,3]",
        b'["quiz-progress",1]',
        b'[\n{"format":"shopping","version":1}\n,{"id":"1","did":"bury"}\n]\n',
        b'[{"format":"quiz-progress","version":"one"}]',
        b'[{"format":"quiz-progress","version":1},7]',
        b"\x89PNG\r\n\x1a\n",
        b"[" * 100_000,
    ],
    ids=lambda raw: repr(raw[:16]),
)
def test_a_file_that_is_not_ours_is_refused(raw: bytes):
    with pytest.raises(QuizError, match="not a progress file of quiz"):
        read_lines(raw)


@pytest.mark.parametrize("newer", [WHOLE, json.dumps(json.loads(WHOLE), indent=2).encode()])
def test_a_file_of_a_newer_version_is_refused_by_its_version(newer: bytes):
    newer = newer.replace(b'"version":1', b'"version":2').replace(b'"version": 1', b'"version": 2')
    with pytest.raises(QuizError, match="version 2: it needs a newer quiz"):
        read_lines(newer)


def test_the_lines_between_two_places_are_read_alone():
    lines = read_events(b"," + ONE + b"\n," + STRANGE + b"\n")
    assert lines is not None
    assert [line.raw for line in lines] == [ONE, STRANGE]


@pytest.mark.parametrize("body", [b"," + ONE[:-1] + b"\n", b"," + ONE + b"\n]\n"], ids=["damaged", "closed"])
def test_lines_between_two_places_that_are_not_all_events_are_not_trusted(body: bytes):
    assert read_events(body) is None


NO_COMMA = {
    "before the first event": HEAD + ONE + b"\n," + TWO + b"\n" + TAIL,
    "before the second": HEAD + b"," + ONE + b"\n" + TWO + b"\n" + TAIL,
    "but one alone": HEAD + b"," + ONE + b"\n,\n," + TWO + b"\n" + TAIL,
    "but one at the end": HEAD + b"," + ONE + b"\n," + TWO + b"\n," + TAIL,
}


@pytest.mark.parametrize("raw", NO_COMMA.values(), ids=NO_COMMA)
def test_a_file_whose_commas_are_wrong_is_read_whole_and_to_be_written_anew(raw: bytes):
    reading = read_lines(raw)
    assert [line.raw for line in reading.lines] == [ONE, TWO]
    assert (reading.is_torn, reading.is_canonical) == (False, False)


def test_lines_between_two_places_are_not_trusted_without_their_commas():
    assert read_events(b"," + ONE + b"\n" + TWO + b"\n") is None


def test_a_carriage_return_within_a_line_is_no_line_end():
    inner = ONE.replace(b',"at"', b',\r"at"')
    assert read_lines(join_lines((inner, TWO))).is_canonical


@pytest.mark.parametrize("end", [b"\r\n", b"\r\r\n", b" \r\n"])
def test_a_file_that_was_written_anew_is_canonical(end: bytes):
    inner = join_lines((ONE.replace(b',"at"', b',\r"at"'), TWO)).replace(b"\n,{", b"\n,\r {")
    reading = read_lines(inner.replace(b"\n", end))
    assert (len(reading.lines), reading.is_canonical) == (2, False)
    assert read_lines(join_lines(tuple(line.raw for line in reading.lines))).is_canonical


MARKED = {
    "whole": (WHOLE, 2),
    "pretty": (json.dumps(json.loads(WHOLE), indent=2).encode(), 2),
    "empty": (b"", 0),
}


@pytest.mark.parametrize(("raw", "events"), MARKED.values(), ids=MARKED)
def test_a_byte_order_mark_is_welcome_and_goes_with_the_next_writing(raw: bytes, events: int):
    reading = read_lines(b"\xef\xbb\xbf" + raw)
    assert (len(reading.lines), reading.is_torn, reading.is_canonical) == (events, False, False)
