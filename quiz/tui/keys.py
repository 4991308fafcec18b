"""The one table of keys: bindings, footer, help and the README's table are made from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from string import punctuation
from types import MappingProxyType

from textual.binding import Binding
from textual.keys import _character_to_key

from quiz.study.orders import ORDERS

_NO_CHANGES: Mapping[str, str] = MappingProxyType({})
_BY_KEY = ("pick", "move")
"""Actions that are told which of their keys was pressed."""


class Place(StrEnum):
    """Where a key means something."""

    ANYWHERE = "Anywhere"
    HOME = "Home"
    ROUND = "Round"
    CARD = "The card asked"
    FIELD = "Answer field"
    OPTIONS = "Options"
    INTRO = "Before a test"
    EXAM = "Test"
    GRID = "Grid of questions"
    DIALOG = "Hand in?"
    RESULT = "Result of a test"
    HISTORY = "History of tests"
    STATS = "Stats"
    BROWSE = "Browse"
    SOURCE = "Source"
    SOURCE_CARDS = "Cards of a sentence"
    SEARCH = "Search field"
    WINDOW = "Help and cards"


@dataclass(frozen=True, slots=True)
class Key:
    """What one key, or several alike, does at one place."""

    place: Place
    keys: str
    """Textual's names, comma-separated."""
    shown: str
    """What is printed for them."""
    action: str
    label: str
    """A word or two for the footer."""
    meaning: str
    """A sentence for the help and the README."""
    in_footer: bool = True

    @property
    def is_for_palette(self) -> bool:
        """Whether it is an action of the screen, and not one of a widget with the keyboard."""
        return "." not in self.action and self.action not in _BY_KEY

    @property
    def can_change(self) -> bool:
        """Whether the settings can give it another key."""
        return self.action not in _BY_KEY

    @property
    def id(self) -> str:
        """The name by which a key can be changed."""
        action, _, argument = self.action.rpartition(".")[2].rstrip(")").partition("(")
        which = "back" if argument == "-1" else argument.strip("'").lower()
        return f"{self.place.name.lower()}.{action}{f'-{which}' if which else ''}"


KEYS = (
    Key(Place.ANYWHERE, "question_mark", "?", "help", "Help", "Show the keys of this screen."),
    Key(Place.ANYWHERE, "q", "q", "leave", "Leave", "Go back, or quit; every answer is saved already."),
    Key(Place.ANYWHERE, "ctrl+c", "Ctrl+C", "app.interrupt", "Quit", "Quit at once, saved.", in_footer=False),
    Key(
        Place.ANYWHERE,
        "ctrl+z",
        "Ctrl+Z",
        "app.suspend_process",
        "Put aside",
        "Put quiz aside; `fg` brings it back.",
        False,
    ),
    Key(Place.ANYWHERE, "ctrl+p", "Ctrl+P", "app.command_palette", "Palette", "Find an action.", False),
    Key(Place.HOME, "enter,space", "Enter, Space", "start", "Start", "Start a round of the chosen deck."),
    Key(Place.HOME, "a", "a", "start_all", "All decks", "Start a round of all decks together."),
    Key(Place.HOME, "at", "@", "unsuspend", "Ask back", "Ask the deck's suspended cards back."),
    Key(Place.HOME, "t", "t", "test", "Test", "Start a test of the deck, or take up one that was left."),
    Key(Place.HOME, "b", "b", "browse", "Browse", "Browse all cards: search, sort, suspend, flag, reset."),
    Key(Place.HOME, "s", "s", "source", "Source", "Show the deck's documents by how well you know them."),
    Key(Place.HOME, "p", "p", "stats", "Stats", "Show your numbers: reviews, retention, what comes due."),
    Key(Place.HOME, "comma", ",", "settings", "Settings", "Edit your settings.", False),
    Key(Place.HOME, "h", "h", "history", "History", "List the tests, with a plot of their scores."),
    Key(Place.ROUND, "space,enter", "Space, Enter", "reveal", "Show answer", "Show the answer."),
    Key(Place.ROUND, "space,enter", "Space, Enter", "take", "Rate as marked", "Take the rating marked ↵."),
    Key(Place.ROUND, "space,enter", "Space, Enter", "go_on", "Go on", "Leave the summary."),
    Key(Place.ROUND, "1", "1", "rate(1)", "Again", "Rate Again: it was not known.", False),
    Key(Place.ROUND, "2", "2", "rate(2)", "Hard", "Rate Hard: known with much effort.", False),
    Key(Place.ROUND, "3", "3", "rate(3)", "Good", "Rate Good: known.", False),
    Key(Place.ROUND, "4", "4", "rate(4)", "Easy", "Rate Easy: known at once.", False),
    Key(Place.ROUND, "u", "u", "undo", "Undo", ORDERS["u"]),
    Key(Place.ROUND, "tab", "Tab", "return", "Back", "Back to the answer field or the options."),
    Key(Place.CARD, "s", "s", "source", "Source", ORDERS["s"]),
    Key(Place.CARD, "e", "e", "edit", "Edit", "Edit the card in your editor."),
    Key(Place.CARD, "n", "n", "skip", "Skip", ORDERS["n"]),
    Key(Place.CARD, "minus", "-", "bury", "Bury", ORDERS["-"]),
    Key(Place.CARD, "at", "@", "suspend", "Suspend", ORDERS["@"]),
    Key(Place.CARD, "asterisk", "*", "flag", "Flag", ORDERS["*"]),
    Key(Place.FIELD, "enter", "Enter", "submit", "Answer", "Give the answer as it is typed."),
    Key(Place.FIELD, "escape", "Esc", "leave_field", "More keys", "Leave the field, so that letters act."),
    Key(
        Place.FIELD,
        "backspace",
        "Backspace",
        "back",
        "Back",
        "Delete; in the empty field of a list, go back to the last name.",
        False,
    ),
    Key(Place.OPTIONS, "enter", "Enter", "hand_in", "Answer", "Answer with what is picked."),
    Key(Place.OPTIONS, "space", "Space", "tick", "Pick", "Pick the marked line.", False),
    Key(
        Place.OPTIONS,
        "1,2,3,4,5,6,7,8,9",
        "1 … 9",
        "pick",
        "Pick",
        "Pick by number: an option, the next in order, a partner.",
        False,
    ),
    Key(Place.OPTIONS, "t", "t", "judge('True')", "True", "The statement is true.", False),
    Key(Place.OPTIONS, "f", "f", "judge('False')", "False", "The statement is false.", False),
    Key(Place.OPTIONS, "0", "0", "clear", "Clear", "Take the partner of the marked line away.", False),
    Key(Place.INTRO, "enter", "Enter", "begin", "Begin", "Begin the test, or take the one up that was left."),
    Key(Place.INTRO, "x", "x", "give_up", "Give up", "Give the test up that was left, and have a new paper."),
    Key(Place.INTRO, "escape", "Esc", "leave", "Leave", "Go back without a test.", False),
    Key(Place.EXAM, "enter", "Enter", "answer", "Answer", "Answer with what stands there, and go on."),
    Key(Place.EXAM, "enter", "Enter", "go_on", "Go on", "Go on: from a verdict, or without saying how sure."),
    Key(Place.EXAM, "tab", "Tab", "return", "To answer", "Back to the answer field or the options.", False),
    Key(Place.EXAM, "m", "m", "mark", "Mark", "Mark the question to come back to, or unmark it."),
    Key(Place.EXAM, "g", "g", "grid", "Grid", "Show the grid of all questions, to go to one."),
    Key(Place.EXAM, "h", "h", "finish", "Hand in", "Hand in the paper; asks first."),
    Key(
        Place.EXAM,
        "pagedown,right_square_bracket",
        "PgDn, ]",
        "step(1)",
        "Next",
        "On to the next question; what is written stays.",
    ),
    Key(
        Place.EXAM,
        "pageup,left_square_bracket",
        "PgUp, [",
        "step(-1)",
        "Back",
        "Back to the question before; what is written stays.",
    ),
    Key(Place.EXAM, "minus", "-", "strike", "Strike out", "Strike the marked option out, or take it back."),
    Key(Place.EXAM, "c,backspace", "c, Backspace", "blank", "Clear", "Clear the answer of the question."),
    Key(Place.EXAM, "1", "1", "be_sure('sure')", "Sure", "Where it is asked: sure of the answer.", False),
    Key(Place.EXAM, "2", "2", "be_sure('fairly')", "Fairly", "Where it is asked: fairly sure.", False),
    Key(Place.EXAM, "3", "3", "be_sure('guess')", "Guess", "Where it is asked: a guess.", False),
    Key(Place.GRID, "up,down,left,right", "Arrows", "move", "Move", "Choose a question."),
    Key(Place.GRID, "enter", "Enter", "jump", "Go", "Go to the chosen question."),
    Key(Place.GRID, "escape,q,g", "Esc, g", "close", "Close", "Go back to the question that was shown."),
    Key(Place.DIALOG, "y", "y", "agree", "Yes", "Hand in; Enter takes the button that is marked."),
    Key(Place.DIALOG, "n,escape,q", "n, Esc", "refuse", "No", "Go on with the test."),
    Key(Place.RESULT, "down", "Down", "next_mistake", "Mistakes", "Go to the next mistake."),
    Key(Place.RESULT, "up", "Up", "previous_mistake", "Up", "Go back to the mistake before.", False),
    Key(Place.RESULT, "r", "r", "drill", "Drill mistakes", "Start a round of the mistakes, as a drill."),
    Key(Place.RESULT, "y", "y", "claim", "Claim", "Claim that the marked answer was right, or unclaim it."),
    Key(Place.RESULT, "s", "s", "source", "Source", "Show the passage of the mistake in its document."),
    Key(Place.RESULT, "u", "u", "take_back", "Undo", "Take back what the test did to the schedule."),
    Key(Place.RESULT, "a", "a", "again", "Same paper", "Take the same paper again."),
    Key(Place.RESULT, "n", "n", "anew", "New paper", "Take a new paper."),
    Key(Place.RESULT, "escape", "Esc", "leave", "Leave", "Leave the result.", False),
    Key(Place.HISTORY, "enter,space", "Enter, Space", "open", "Open", "Show the result of the chosen test."),
    Key(Place.HISTORY, "escape", "Esc", "leave", "Leave", "Leave the history.", False),
    Key(Place.STATS, "right,right_square_bracket", "→, ]", "turn(1)", "Next deck", "The next deck, or all."),
    Key(Place.STATS, "left,left_square_bracket", "←, [", "turn(-1)", "Deck before", "The deck before."),
    Key(Place.STATS, "escape", "Esc", "leave", "Leave", "Leave the numbers.", False),
    Key(Place.BROWSE, "slash", "/", "search", "Search", "Search as you type."),
    Key(Place.BROWSE, "escape", "Esc", "leave_search", "To the cards", "Leave the search, to the cards."),
    Key(
        Place.BROWSE,
        "up,down,pageup,pagedown,home,end",
        "Arrows, PgUp, PgDn, Home, End",
        "move",
        "Move",
        "Mark another card.",
    ),
    Key(Place.BROWSE, "enter", "Enter", "open", "Open", "Show the marked card whole."),
    Key(Place.BROWSE, "space", "Space", "tick", "Pick", "Pick the marked card, to do the same to several."),
    Key(Place.BROWSE, "a", "a", "tick_all", "Pick all", "Pick all cards that are shown, or none.", False),
    Key(Place.BROWSE, "o", "o", "sort", "Order", "Sort by the next column."),
    Key(Place.BROWSE, "r", "r", "reverse", "Reverse", "Turn the order round.", False),
    Key(Place.BROWSE, "at", "@", "suspend", "Suspend", "Suspend, or ask back."),
    Key(Place.BROWSE, "minus", "-", "bury", "Bury", "Bury until tomorrow."),
    Key(Place.BROWSE, "asterisk", "*", "flag", "Flag", "Flag for mending, or unflag."),
    Key(Place.BROWSE, "x", "x", "reset", "Reset", "Make new again; u takes it back.", False),
    Key(Place.BROWSE, "u", "u", "undo", "Undo", "Take the last step back."),
    Key(Place.BROWSE, "e", "e", "edit", "Edit", "Edit the card in your editor."),
    Key(Place.BROWSE, "s", "s", "source", "Source", "Show the passage in its document."),
    Key(Place.SOURCE, "down,j", "Down, j", "step(1)", "Sentence", "Choose the next sentence."),
    Key(Place.SOURCE, "up,k", "Up, k", "step(-1)", "Before", "Choose the sentence before.", False),
    Key(Place.SOURCE, "enter", "Enter", "cards", "Cards", "Go to the cards of the sentence."),
    Key(Place.SOURCE, "w", "w", "weak(1)", "Weak", "Go to the next sentence that is shaky or new."),
    Key(Place.SOURCE, "W", "W", "weak(-1)", "Weak before", "Go back to one that is shaky or new.", False),
    Key(Place.SOURCE, "b", "b", "bare(1)", "No card", "Go to the next sentence that has no card."),
    Key(Place.SOURCE, "B", "B", "bare(-1)", "No card before", "Go back to one that has no card.", False),
    Key(Place.SOURCE, "slash", "/", "find", "Search", "Search the text."),
    Key(Place.SOURCE, "n", "n", "found(1)", "Next found", "Go to the next place that was found."),
    Key(Place.SOURCE, "N", "N", "found(-1)", "Found before", "Go back to the place found before.", False),
    Key(
        Place.SOURCE,
        "e",
        "e",
        "edit",
        "Edit",
        "Open the deck in your editor: to mend a card, or to write one.",
    ),
    Key(
        Place.SOURCE,
        "right,right_square_bracket",
        "→, ]",
        "turn(1)",
        "Next document",
        "The deck's next document.",
    ),
    Key(
        Place.SOURCE, "left,left_square_bracket", "←, [", "turn(-1)", "Before", "The document before.", False
    ),
    Key(Place.SOURCE, "pagedown", "PgDn", "page(1)", "Page down", "Go a page down.", False),
    Key(Place.SOURCE, "pageup", "PgUp", "page(-1)", "Page up", "Go a page up.", False),
    Key(Place.SOURCE, "home", "Home", "edge(0)", "Top", "Go to the first sentence.", False),
    Key(Place.SOURCE, "end", "End", "edge(-1)", "Bottom", "Go to the last sentence.", False),
    Key(Place.SOURCE, "escape,s", "Esc, s", "leave", "Leave", "Go back to where you came from.", False),
    Key(Place.SOURCE_CARDS, "down,j", "Down, j", "cursor_down", "Next", "Mark the next card.", False),
    Key(Place.SOURCE_CARDS, "up,k", "Up, k", "cursor_up", "Before", "Mark the card before.", False),
    Key(Place.SOURCE_CARDS, "enter", "Enter", "select", "Show", "Show the card with its answer."),
    Key(Place.SOURCE_CARDS, "escape", "Esc", "to_text", "Sentence", "Go back to the sentence."),
    Key(Place.SEARCH, "enter", "Enter", "submit", "Done", "Stay at what was found; n goes on."),
    Key(Place.SEARCH, "escape", "Esc", "give_up", "Give up", "Go back to where the search began."),
    Key(Place.WINDOW, "escape,q,question_mark", "Esc, q", "dismiss", "Close", "Close this window."),
)


def bindings(*places: Place) -> list[Binding]:
    """Make the bindings of places, in the order in which the footer shows them."""
    return [binding for place in places for key in KEYS if key.place is place for binding in _bindings(key)]


def _bindings(key: Key) -> list[Binding]:
    if key.action in _BY_KEY:
        return [Binding(one, f"{key.action}({one!r})", key.label, show=False) for one in key.keys.split(",")]
    return [
        Binding(
            key.keys,
            key.action,
            key.label,
            show=key.in_footer,
            key_display=key.shown.split(", ")[0].lower(),
            priority=key.keys.startswith("ctrl"),
            id=key.id,
        )
    ]


def table(
    places: tuple[Place, ...] = tuple(Place), keymap: Mapping[str, str] = _NO_CHANGES
) -> list[tuple[Place, str, str]]:
    """List place, keys and meaning of every key at some places, those that were changed as they are now."""
    return [
        (key.place, shown_keys(keymap[key.id]) if key.id in keymap else key.shown, key.meaning)
        for place in places
        for key in KEYS
        if key.place is place and keymap.get(key.id, key.keys)
    ]


def shown_keys(keys: str) -> str:
    """Write Textual's names of keys as they are printed: `question_mark,ctrl+p` is `?, Ctrl+P`."""
    return ", ".join(_shown(key) for key in keys.split(","))


def _shown(key: str) -> str:
    signs = {_character_to_key(sign): sign for sign in punctuation}
    *held, last = key.split("+")
    name = signs.get(last, last if len(last) == 1 and not held else last.capitalize())
    return "+".join((*map(str.capitalize, held), name))
