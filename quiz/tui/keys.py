"""The one table of keys: bindings, footer, help and the README's table are made from it."""

from dataclasses import dataclass
from enum import StrEnum

from textual.binding import Binding

from quiz.study.orders import ORDERS


class Place(StrEnum):
    """Where a key means something."""

    ANYWHERE = "Anywhere"
    HOME = "Home"
    ROUND = "Round"
    CARD = "The card asked"
    FIELD = "Answer field"
    OPTIONS = "Options"
    WINDOW = "Help and source"


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
        return "." not in self.action and self.action != "command_palette"

    @property
    def id(self) -> str:
        """The name by which a key can be changed."""
        return f"{self.place.name.lower()}.{self.action.replace('(', '-').rstrip(')')}"


KEYS = (
    Key(Place.ANYWHERE, "question_mark", "?", "help", "Help", "Show the keys of this screen."),
    Key(Place.ANYWHERE, "q", "q", "leave", "Leave", "Go back, or quit; every answer is saved already."),
    Key(Place.ANYWHERE, "ctrl+c", "Ctrl+C", "app.interrupt", "Quit", "Quit at once, saved.", in_footer=False),
    Key(Place.ANYWHERE, "ctrl+p", "Ctrl+P", "command_palette", "Palette", "Find an action by name.", False),
    Key(Place.HOME, "enter,space", "Enter, Space", "start", "Start", "Start a round of the chosen deck."),
    Key(Place.HOME, "a", "a", "start_all", "All decks", "Start a round of all decks together."),
    Key(Place.HOME, "at", "@", "unsuspend", "Ask back", "Ask the deck's suspended cards back."),
    Key(Place.ROUND, "space,enter", "Space, Enter", "reveal", "Show answer", "Show the answer."),
    Key(Place.ROUND, "space,enter", "Space, Enter", "take", "Rate as marked", "Take the rating marked ↵."),
    Key(Place.ROUND, "space,enter", "Space, Enter", "go_on", "Go on", "Leave the summary."),
    Key(Place.ROUND, "1", "1", "rate(1)", "Again", "Rate Again: it was not known.", False),
    Key(Place.ROUND, "2", "2", "rate(2)", "Hard", "Rate Hard: known with much effort.", False),
    Key(Place.ROUND, "3", "3", "rate(3)", "Good", "Rate Good: known.", False),
    Key(Place.ROUND, "4", "4", "rate(4)", "Easy", "Rate Easy: known at once.", False),
    Key(Place.ROUND, "u", "u", "undo", "Undo", ORDERS["u"]),
    Key(Place.ROUND, "tab", "Tab", "return", "Back", "Go back to the answer field or the options."),
    Key(Place.CARD, "s", "s", "source", "Source", ORDERS["s"]),
    Key(Place.CARD, "e", "e", "edit", "Edit", "Edit the card in your editor."),
    Key(Place.CARD, "n", "n", "skip", "Skip", ORDERS["n"]),
    Key(Place.CARD, "minus", "-", "bury", "Bury", ORDERS["-"]),
    Key(Place.CARD, "at", "@", "suspend", "Suspend", ORDERS["@"]),
    Key(Place.CARD, "asterisk", "*", "flag", "Flag", ORDERS["*"]),
    Key(Place.FIELD, "enter", "Enter", "submit", "Answer", "Give the answer as it is typed."),
    Key(Place.FIELD, "escape", "Esc", "leave_field", "Leave field", "Leave the field, so that letters act."),
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
    Key(Place.WINDOW, "escape,q,question_mark,s", "Esc, q", "dismiss", "Close", "Close this window."),
)


def bindings(*places: Place) -> list[Binding]:
    """Make the bindings of places, in the order in which the footer shows them."""
    return [binding for place in places for key in KEYS if key.place is place for binding in _bindings(key)]


def _bindings(key: Key) -> list[Binding]:
    if key.action == "pick":
        return [Binding(digit, f"pick({digit})", key.label, show=False) for digit in key.keys.split(",")]
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


def table(places: tuple[Place, ...] = tuple(Place)) -> list[tuple[Place, str, str]]:
    """List place, keys and meaning of every key at some places."""
    return [(key.place, key.shown, key.meaning) for place in places for key in KEYS if key.place is place]
