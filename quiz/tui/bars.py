"""Bars of several parts, each with a sign and a colour of its own."""

from dataclasses import dataclass

from textual.content import Content


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a bar."""

    name: str
    number: int
    sign: str
    """One character, so that nobody needs the colour."""
    style: str


def stacked_bar(parts: list[Part], width: int) -> Content:
    """Draw parts side by side over a width in cells; the cells always add up to the width."""
    total = sum(part.number for part in parts)
    pieces: list[Content] = []
    drawn = done = 0
    for part in parts:
        done += part.number
        cells = int(width * done / max(1, total) + 0.5) - drawn
        drawn += cells
        pieces.append(Content.styled(part.sign * cells, part.style))
    return Content.assemble(*pieces)


def legend(parts: list[Part]) -> Content:
    """Name the parts that are there, with their numbers."""
    return Content("   ").join(
        Content.assemble((f"{part.sign} ", part.style), f"{part.number} {part.name}")
        for part in parts
        if part.number
    )
