"""What a learner can set, as values; all of it has a usual value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time

from quiz.clock import TURN
from quiz.schedule import Parameters


@dataclass(frozen=True, slots=True)
class Study:
    """How a deck is learnt."""

    parameters: Parameters = field(default_factory=Parameters)
    """What the schedule goes by."""
    new: int = 20
    """New cards a study day."""
    reviews: int = 200
    """Reviews a study day."""


@dataclass(frozen=True, slots=True)
class KeyChange:
    """Another key for an action."""

    id: str
    """The name by which the key is changed: `round.undo`."""
    keys: str
    """Names of keys, comma-separated, as they were written."""
    line: int
    """Where that stands in the file, from 1."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings."""

    study: Study = field(default_factory=Study)
    """How decks are learnt that have nothing of their own."""
    decks: Mapping[str, Study] = field(default_factory=dict)
    """How single decks are learnt, by their identity."""
    turn: time = TURN
    """When a study day begins, local time."""
    theme: str | None = None
    """The name of a theme of Textual's; None is the usual one."""
    theme_line: int | None = None
    """Where that stands in the file, from 1."""
    has_two_buttons: bool = False
    """Whether there are only Again and Good."""
    has_home_row: bool = False
    """Whether j, k, l and ; rate too."""
    keys: tuple[KeyChange, ...] = ()

    def study_of(self, deck: str) -> Study:
        """Return how a deck is learnt."""
        return self.decks.get(deck, self.study)
