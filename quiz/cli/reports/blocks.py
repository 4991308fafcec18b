"""The blocks that a report is made of."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the report's."""

    text: str
    level: int = 2
    begins_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text; what leads it is set apart."""

    text: str
    lead: str = ""
    is_loud: bool = False
    """Whether it is what the report comes to."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below a head; columns behind the first hold numbers."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines one below the other, each with a sign in front."""

    lines: tuple[tuple[str, str], ...]
    """Sign and text."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage of a document, in pieces; what proves the answer is marked."""

    place: str
    pieces: tuple[tuple[str, bool], ...]
    """Text, and whether it is marked."""


@dataclass(frozen=True, slots=True)
class Room:
    """Lines to write on."""

    lines: int


@dataclass(frozen=True, slots=True)
class Fields:
    """What is to be filled in on one line."""

    names: tuple[str, ...]


Block = Heading | Paragraph | Table | Listing | Excerpt | Room | Fields
