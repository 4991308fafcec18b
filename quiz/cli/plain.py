"""A round as lines of text, for screen readers, dumb terminals, pipes and scripts.

The same round as on the screen: this only asks and prints. Nothing is said by colour or by place alone,
and the cursor never moves.
"""

from collections.abc import Callable
from typing import TextIO

from quiz.card import Card, Choice, List, TrueFalse
from quiz.card.grading import is_repeated
from quiz.cli.answers import answer_of, names_of
from quiz.cli.lines import answer_in, order_in, read_line
from quiz.cli.output import say, tell
from quiz.cli.wording import (
    answer_lines,
    heading,
    passage_lines,
    question_lines,
    rating_line,
    summary_lines,
)
from quiz.clock import now
from quiz.collection import Collection
from quiz.errors import QuizError
from quiz.progress import new_id
from quiz.schedule import Rating
from quiz.study import (
    Answered,
    Asking,
    Choices,
    Finished,
    Round,
    Step,
    answer,
    bury,
    flag,
    is_typed,
    options_of,
    picks_of,
    rate,
    recorded,
    skip,
    start_round,
    suspend,
    undo,
)
from quiz.study.opening import joined_words, opening_words
from quiz.study.orders import ORDERS
from quiz.study.waiting import interval_of
from quiz.text import visible_line


def plain_round(collection: Collection, choices: Choices, stdin: TextIO) -> int:
    """Run a round over standard input and output; end of input leaves it, saved.

    Return the exit code: 2 where the last step could not be saved.
    """
    round = start_round(collection, choices, now())
    for words in (*joined_words(collection), *opening_words(collection)):
        tell(words)
    saved = "the schedule is left alone" if choices.is_cram else "every answer is saved at once"
    say(f"{round.left} to ask. `:?` lists the letters, `:q` leaves; {saved}.")
    while not isinstance(round.stage, Finished):
        following = _turn(collection, round, stdin)
        if following is None:
            break
        round = following
        _tell_messages(collection)
    for line in summary_lines(collection, round, now()):
        say(line)
    was_unsaved = collection.unsaved
    collection.close()
    _tell_messages(collection)
    if collection.unsaved and collection.unsaved != was_unsaved:
        tell(collection.unsaved)
    return 2 if collection.unsaved else 0


def _tell_messages(collection: Collection) -> None:
    for message in collection.take_messages():
        tell(message)


def _turn(collection: Collection, round: Round, stdin: TextIO) -> Round | None:
    """Take one line for the stage the round is in; None is leaving."""
    match round.stage:
        case Asking():
            return _ask(collection, round, round.stage, stdin)
        case Answered():
            return _ask_rating(collection, round, round.stage, stdin)
        case Finished():
            return None


def _ask(collection: Collection, round: Round, stage: Asking, stdin: TextIO) -> Round | None:
    say()
    say(heading(collection, round, stage.card))
    shown = picks_of(stage.card, round.state(stage.card).reviews)
    for words in question_lines(stage.card, shown):
        say(words)
    line = read_line(stdin, _first_prompt(stage.card))
    letter = order_in(line, ORDERS, is_text=is_typed(stage.card))
    if letter:
        return _obey(collection, round, letter)
    text = answer_in(line or "")
    if isinstance(stage.card.asks, List):
        return _name(collection, round, names_of(stage.card.asks, text), stdin)
    try:
        given = answer_of(stage.card, shown, text)
    except ValueError as error:
        say(visible_line(str(error)))
        return round
    return _shown(collection, answer(round, given))


def _name(collection: Collection, round: Round, names: tuple[str, ...], stdin: TextIO) -> Round | None:
    """Take the things of a list, a line or more each, until all are named or a line is empty."""
    assert isinstance(round.stage, Asking)
    assert isinstance(round.stage.card.asks, List)
    asks, stage = round.stage.card.asks, round.stage
    while names and len(names) < len(asks.items):
        line = read_line(stdin, f"{len(names) + 1} of {len(asks.items)}> ")
        letter = order_in(line, ORDERS, is_text=True)
        if letter:
            following = _obey(collection, round, letter)
            if following is None or following.stage is not stage:
                return following
            round = following
        elif not line:
            break
        elif is_repeated(asks, (*names, line)):
            say("Named already.")
        else:
            names += names_of(asks, answer_in(line))
    return _shown(collection, answer(round, names))


def _first_prompt(card: Card) -> str:
    return f"1 of {len(card.asks.items)}> " if isinstance(card.asks, List) else "> "


def _shown(collection: Collection, round: Round) -> Round:
    if isinstance(round.stage, Answered):
        card = round.stage.card
        options = options_of(round, card) if isinstance(card.asks, Choice | TrueFalse) else ()
        for line in answer_lines(round.stage, options):
            say(line)
        say_passage(collection, round)
    return round


def say_passage(collection: Collection, round: Round) -> None:
    """Print the passage of the card on the table."""
    if isinstance(round.stage, Answered):
        for words in passage_lines(collection, round.stage.card):
            say(words)


def _ask_rating(collection: Collection, round: Round, stage: Answered, stdin: TextIO) -> Round | None:
    say(rating_line(round, stage, now()))
    line = read_line(stdin)
    letter = order_in(line, ORDERS, is_text=False)
    if letter:
        return _obey(collection, round, letter)
    if line in ("1", "2", "3", "4"):
        return _rate(collection, round, stage, Rating(int(line)))
    if not line and stage.proposed:
        return _rate(collection, round, stage, stage.proposed)
    say("Type 1, 2, 3 or 4." if not line else f"“{visible_line(line)}” is no rating: type 1, 2, 3 or 4.")
    return round


def _rate(collection: Collection, round: Round, stage: Answered, rating: Rating) -> Round:
    following = _save(collection, round, lambda: rate(round, rating, at=now(), identity=new_id()))
    if following is round:
        return round
    state = following.states[stage.card.id]
    if round.rules.is_cram or state.memory is None:
        say(f"{rating.label}.")
        return following
    again = interval_of(state.memory, state.memory.reviewed, collection.scheduler.days)
    say(f"Saved: {rating.label}, back in {again}.")
    if state.is_leech and not round.state(stage.card).is_leech:
        say(f"This card is a leech: it lapsed {state.lapses} times. Rewrite it, or suspend it with @.")
    return following


def _save(collection: Collection, round: Round, step: Callable[[], Step]) -> Round:
    """Take a step; where it can't be saved, say so and stay."""
    try:
        return recorded(collection, step())
    except QuizError as error:
        tell(f"{error.words}; try again, or leave with :q")
        return round


def _obey(collection: Collection, round: Round, letter: str) -> Round | None:
    if letter == "q":
        return None
    if letter == "?":
        for key, meaning in ORDERS.items():
            say(f"  {key}  {meaning}")
        say("  ::  A colon that begins an answer.")
        return round
    if letter == "s":
        say_passage(collection, round)
        if isinstance(round.stage, Asking):
            say("The passage would give the answer away: answer first.")
        return round
    if letter == "u" and round.before is None:
        say("Nothing to undo in this round.")
        return round
    at, identity = now(), new_id()
    steps: dict[str, tuple[str, Callable[[], Step]]] = {
        "u": ("Undone.", lambda: undo(round, at=at, identity=identity)),
        "-": ("Buried until tomorrow.", lambda: bury(round, at=at, identity=identity)),
        "@": ("Suspended.", lambda: suspend(round, at=at, identity=identity)),
        "*": ("Flag changed.", lambda: flag(round, at=at, identity=identity)),
        "n": ("Skipped in this round.", lambda: skip(round, at=at)),
    }
    words, step = steps[letter]
    following = _save(collection, round, step)
    if following is not round:
        say(words)
    return following
