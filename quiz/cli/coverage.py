"""`quiz coverage [PATH...]`: the documents, sentence by sentence, by their cards."""

import json
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from unicodedata import east_asian_width

from quiz.cli.options import chosen_places, json_option, path_arguments, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import say, say_json, tell
from quiz.collection import Library, open_library
from quiz.collection.coverage import Coverage, Sentence, State, coverages
from quiz.errors import QuizError
from quiz.text import count, one_line, visible_line

_SIGNS = {State.COVERED: "+", State.WAIVED: "=", State.UNCOVERED: "-"}
_WIDE = 64
"""Columns from which a state stands beside its sentence, not above it."""
_NARROWEST = 20
_STATES = 21
"""Columns of the states beside the sentences."""
_LONGEST_BAR = 60
_LONGEST_SENTENCE = 700
"""Characters of a sentence that are printed as text."""
_MOST_DECKS = 5
"""Decks without a document that are named."""
_FEW_WORDS = (4, 8, 16)
"""How many words are tried, to waive a sentence by its beginning."""


@a_command("The sentences of a document by their cards.")
@path_arguments
@json_option
@progress_option
def command(paths: tuple[Path, ...], progress: Path | None, *, as_json: bool) -> int:
    """Print the coverage of each document."""
    library = open_library(chosen_places(paths, progress).decks)
    if not library.paths:
        raise QuizError("no deck in " + ", ".join(visible_line(str(path)) for path in paths))
    found = coverages(library)
    if as_json:
        say_json({"documents": [_as_json(coverage) for coverage in found]})
    else:
        width = max(_NARROWEST, shutil.get_terminal_size((80, 24)).columns)
        for line in _pages(found, width):
            say(line)
    for words in _talk(library):
        tell(words)
    return 0


def _as_json(coverage: Coverage) -> dict[str, object]:
    return {
        "path": str(coverage.document.path),
        "sentences": len(coverage.sentences),
        "covered": coverage.number(State.COVERED),
        "waived": coverage.number(State.WAIVED),
        "uncovered": [{"line": sentence.line, "text": sentence.text} for sentence in coverage.uncovered],
    }


def _talk(library: Library) -> Iterator[str]:
    """Say which decks have no document, and how many problems there are."""
    bare = [f"`{deck.id}`" for deck in library.decks if not deck.sources]
    if bare:
        names = ", ".join(bare[:_MOST_DECKS]) + (", …" if len(bare) > _MOST_DECKS else "")
        yield f"no document to report on: {names} {'has' if len(bare) == 1 else 'have'} no `source: FILE.txt`"
    if library.all_problems:
        yield f"{count(len(library.all_problems), 'problem')} in your decks: run `quiz check`"


def _pages(found: tuple[Coverage, ...], width: int) -> Iterator[str]:
    names = Counter(coverage.document.name for coverage in found)
    for index, coverage in enumerate(found):
        document = coverage.document
        name = document.name if names[document.name] == 1 else visible_line(str(document.path))
        yield from ["", name] if index else [name]
        if not coverage.sentences:
            yield "an empty document"
            continue
        yield from _headline(coverage, width)
        yield ""
        yield from _list(coverage, width)
        yield ""
        yield from _advice(coverage, width)


def _headline(coverage: Coverage, width: int) -> Iterator[str]:
    numbers = {state: coverage.number(state) for state in State}
    total = len(coverage.sentences)
    done = 100 * (total - numbers[State.UNCOVERED]) // total
    words = ", ".join(f"{number:,} {state}" for state, number in numbers.items())
    yield from wrap(f"{count(total, 'sentence')}: {words}; {done} % done", width)
    yield f"[{_bar(numbers, min(_LONGEST_BAR, width - 2))}]"


def _bar(numbers: dict[State, int], cells: int) -> str:
    """Draw shares as signs: what there is at all has one, and the largest share takes what is left."""
    total = sum(numbers.values())
    shares = {state: max(round(number * cells / total), number > 0) for state, number in numbers.items()}
    shares[max(numbers, key=lambda state: numbers[state])] += cells - sum(shares.values())
    return "".join(_SIGNS[state] * share for state, share in shares.items())


def _list(coverage: Coverage, width: int) -> Iterator[str]:
    if width < _WIDE:
        for sentence in coverage.sentences:
            yield f"line {sentence.line}  {_state(sentence)}"
            yield from (f"  {line}" for line in _told(sentence, width - 2))
        return
    digits = max(len("line"), len(str(coverage.sentences[-1].line)))
    left = digits + 2 + _STATES
    yield f"{'line':>{digits}}  {'state':{_STATES}}sentence"
    for sentence in coverage.sentences:
        before = f"{sentence.line:>{digits}}  {_state(sentence)} "
        for line in _told(sentence, width - left):
            yield f"{before:{left}}{line}"
            before = ""


def _state(sentence: Sentence) -> str:
    cards = f", {count(len(sentence.cards), 'card')}" if sentence.cards else ""
    return f"{_SIGNS[sentence.state]} {sentence.state}{cards}"


def _told(sentence: Sentence, width: int) -> list[str]:
    """Write a sentence, and why it needs no card where that is all there is."""
    is_waived = sentence.state is State.WAIVED
    return _wrapped(sentence.text, width) + (_wrapped(f"Why: {sentence.waiver}", width) if is_waived else [])


def _wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines; where it has wide characters, two columns are taken for each."""
    shown = one_line(text if len(text) <= _LONGEST_SENTENCE else text[:_LONGEST_SENTENCE] + " …")
    columns = 2 if any(east_asian_width(character) in "WF" for character in shown) else 1
    return wrap(shown, max(1, width // columns), break_on_hyphens=False)


def _advice(coverage: Coverage, width: int) -> Iterator[str]:
    if not coverage.uncovered:
        yield from wrap("Every sentence has a card or is waived.", width)
        return
    deck, sentence = coverage.decks[0], coverage.uncovered[0]
    where = "below `waive:`" if deck.waived else "above `cards:`"
    words = (
        f"Next: write a card that quotes a sentence marked `-`, or waive one that needs no card. For line "
        f"{sentence.line} paste this into {visible_line(deck.path.name)}, {where}, and give your reason:"
    )
    yield from wrap(words, width)
    yield ""
    if not deck.waived:
        yield "waive:"
    yield f"- quote: {json.dumps(_beginning(coverage, sentence), ensure_ascii=False)}"
    yield "  reason: it needs no card"


def _beginning(coverage: Coverage, sentence: Sentence) -> str:
    """Return the first words of a sentence, as many as it takes to find it by them."""
    words = sentence.text.split()
    for number in _FEW_WORDS:
        start = " ".join(words[:number])
        found = coverage.document.find(start)
        if found and found[0].start == sentence.span.start:
            return start
    return sentence.text
