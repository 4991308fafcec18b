"""The kinds of question, one type each.

Every kind tells its `question` and the answer it `expected`, as text without markup. An `Answer` is what
a learner gave: text that was typed, the set of options that were picked, or None where the learner only
looked (basic and cloze cards, which the learner grades).
"""

from dataclasses import dataclass
from decimal import Decimal

from quiz.card.cloze import ClozeText

Answer = str | frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Basic:
    """A question and its answer; the learner says how well it was known."""

    question: str
    expected: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A question whose answer is typed and compared as text."""

    question: str
    expected: str
    accept: tuple[str, ...] = ()
    """Other spellings that are just as right."""
    language: str = "en"
    """Tells which articles are forgiven; a language tag such as `en` or `fr-BE`."""


@dataclass(frozen=True, slots=True)
class Number:
    """A question whose answer is a number."""

    question: str
    value: Decimal
    unit: str | None = None
    tolerance: Decimal = Decimal(0)
    """How far off an answer may be, in the unit of the value."""

    @property
    def expected(self) -> str:
        """The number with its unit."""
        return f"{self.value:f} {self.unit}" if self.unit else f"{self.value:f}"


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers to choose from."""

    text: str
    is_right: bool
    why: str | None = None
    """Why it is right or wrong, shown after the answer."""
    is_pinned: bool = False
    """Whether it keeps its place when the others are shuffled: "none of these" stays last."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with options to choose from, in the author's order: the right ones first."""

    question: str
    options: tuple[Option, ...]
    is_several: bool = False
    """Whether all that apply are to be chosen, however many those are."""

    @property
    def right(self) -> frozenset[str]:
        """The texts of the right options."""
        return frozenset(option.text for option in self.options if option.is_right)

    @property
    def expected(self) -> str:
        """The right options, in the author's order."""
        return "; ".join(option.text for option in self.options if option.is_right)


@dataclass(frozen=True, slots=True)
class Cloze:
    """A sentence with a gap; the learner says how well the hidden words were known."""

    text: ClozeText
    key: str
    """Which deletions of the text are hidden: the part of the card's identity behind `#`."""

    @property
    def question(self) -> str:
        """The sentence with its gaps."""
        return self.text.with_gaps(self.key)

    @property
    def expected(self) -> str:
        """The words that belong in the gaps."""
        return self.text.hidden(self.key)


Kind = Basic | Typed | Number | Choice | Cloze
