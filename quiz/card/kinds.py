"""The kinds of question, one type each.

Every kind tells its `question` and the answer it `expected`, as text without markup, and its `kind`, the
word for it. An `Answer` is what a learner gave:

    None             basic, cloze: the learner only looked, and grades alone
    a text           typed, number
    a set of texts   choice, true-false: the options that were picked; empty is "not known"
    a row of texts   order: the items as they were put; list: what was named; match: the partner of each
                     left side, in the author's order, "" for none
"""

from decimal import Decimal
from typing import ClassVar

import msgspec

from quiz.card.cloze import ClozeText

Answer = str | frozenset[str] | tuple[str, ...] | None


class Basic(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="basic"):
    """A question and its answer; the learner says how well it was known."""

    kind: ClassVar[str] = "basic"

    question: str
    expected: str


class Typed(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="typed"):
    """A question whose answer is typed and compared as text."""

    kind: ClassVar[str] = "typed"

    question: str
    expected: str
    accept: tuple[str, ...] = ()
    """Other spellings that are just as right."""
    language: str = "en"
    """Tells which articles are forgiven; a language tag such as `en` or `fr-BE`."""


class Number(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="number"):
    """A question whose answer is a number."""

    kind: ClassVar[str] = "number"

    question: str
    value: Decimal
    unit: str | None = None
    tolerance: Decimal = Decimal(0)
    """How far off an answer may be, in the unit of the value."""

    @property
    def expected(self) -> str:
        """The number with its unit."""
        return f"{self.value:f} {self.unit}" if self.unit else f"{self.value:f}"


class Option(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One of the answers to choose from."""

    text: str
    is_right: bool
    why: str | None = None
    """Why it is right or wrong, shown after the answer."""
    is_pinned: bool = False
    """Whether it keeps its place when the others are shuffled: "none of these" stays last."""


class Choice(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="choice"):
    """A question with options to choose from, in the author's order: the right ones first."""

    kind: ClassVar[str] = "choice"

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


class TrueFalse(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="true-false"):
    """A statement that is true or false."""

    kind: ClassVar[str] = "true-false"
    is_several: ClassVar[bool] = False

    question: str
    """The statement."""
    is_true: bool

    @property
    def options(self) -> tuple[Option, ...]:
        """The two answers to choose from; they always stand in this order."""
        return Option("True", self.is_true, is_pinned=True), Option("False", not self.is_true, is_pinned=True)

    @property
    def right(self) -> frozenset[str]:
        """The text of the right option."""
        return frozenset({self.expected})

    @property
    def expected(self) -> str:
        """`True` or `False`."""
        return str(self.is_true)


class Order(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="order"):
    """Items to be put in their order."""

    kind: ClassVar[str] = "order"

    question: str
    items: tuple[str, ...]
    """The items as they should stand; each is there once."""

    @property
    def expected(self) -> str:
        """The items in their order."""
        return "; ".join(self.items)


class Item(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One of the things that a list asks for."""

    text: str
    accept: tuple[str, ...] = ()
    """Other spellings that are just as right."""


class List(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="list"):
    """Things to be named, typed one by one in any order."""

    kind: ClassVar[str] = "list"

    question: str
    items: tuple[Item, ...]
    language: str = "en"
    """Tells which articles are forgiven."""

    @property
    def expected(self) -> str:
        """All items, in the author's order."""
        return "; ".join(item.text for item in self.items)


class Match(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="match"):
    """Pairs to be put together."""

    kind: ClassVar[str] = "match"

    question: str
    pairs: tuple[tuple[str, str], ...]
    """Left side and partner; the left sides differ, a partner may belong to several."""

    @property
    def partners(self) -> tuple[str, ...]:
        """The different partners, in the author's order."""
        return tuple(dict.fromkeys(right for _, right in self.pairs))

    @property
    def expected(self) -> str:
        """All pairs, in the author's order."""
        return "; ".join(f"{left}: {right}" for left, right in self.pairs)


class Cloze(msgspec.Struct, frozen=True, gc=False, array_like=True, tag="cloze"):
    """A sentence with a gap; the learner says how well the hidden words were known."""

    kind: ClassVar[str] = "cloze"

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


Kind = Basic | Typed | Number | Choice | TrueFalse | Order | List | Match | Cloze
