"""Plots in plain text: bars in eighths of a cell, columns over an axis, a year as a map of shades.

Nothing is told by colour; every plot has its numbers beside it. Widths and heights are in cells.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quiz.text import cells_of

UPWARDS = " ▁▂▃▄▅▆▇█"
SIDEWAYS = " ▏▎▍▌▋▊▉█"
SHADES = "·░▒▓█"
"""A day without a review, and with ever more of them."""
MARK = "┃"
"""Stands in a bar where a value is that it is compared with."""
_LEAST_BAR = 6
"""Cells below which a bar says nothing."""
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")
_MARGIN = 4
"""Cells of the names of weekdays."""
_WEEKS = 53


@dataclass(frozen=True, slots=True)
class Row:
    """A bar that lies, with words on both sides."""

    label: str
    value: float
    told: str
    mark: float | None = None
    """What the value is compared with."""


def bar(share: float, width: int) -> str:
    """Draw a bar that is filled to a share, 0 to 1, without what is left of the width."""
    full, rest = divmod(round(8 * width * min(1.0, max(0.0, share))), 8)
    return "█" * full + (SIDEWAYS[rest] if rest else "")


def rows(drawn: Sequence[Row], width: int, *, most: float | None = None) -> list[str]:
    """Draw bars below each other, the full length being `most`, or else the greatest value.

    Where there is no room for bars, only the words are written.
    """
    labels = _widest(drawn)
    told = max((len(row.told) for row in drawn), default=0)
    room = width - labels - told - 3
    leads = [" " * (labels - cells_of(row.label)) + row.label for row in drawn]
    if room < _LEAST_BAR:
        return [f"{lead}  {row.told}" for lead, row in zip(leads, drawn, strict=True)]
    whole = most or max((row.value for row in drawn), default=0) or 1
    bars = (f"{_marked(row, whole, room):<{room}} {row.told}" for row in drawn)
    return [f"{lead} │{bar}".rstrip() for lead, bar in zip(leads, bars, strict=True)]


def percents(drawn: Sequence[Row], width: int) -> list[str]:
    """Draw bars of shares, 0 to 1, over an axis from 0 to 100 %."""
    lines = rows(drawn, width, most=1)
    if not any("│" in line for line in lines):
        return lines
    start = _widest(drawn) + 2
    room = width - start - 1 - max(len(row.told) for row in drawn)
    return [*lines, f"{'':>{start}}{'0 %':<{room - 5}}100 %"]


def columns(values: Sequence[float], labels: Mapping[int, str], width: int, height: int) -> list[str]:
    """Draw values as columns over an axis, with labels by the place of the column."""
    most = max(values, default=0)
    side = _side(most, height)
    margin, shares = max(map(len, side)), [value / (most or 1) for value in values]
    wide = max(1, (width - margin - 1) // max(1, len(values)))
    gap = int(wide > 1)
    lines = []
    for row in range(height - 1, -1, -1):
        cells = "".join(cell(share, row, height) * (wide - gap) + " " * gap for share in shares)
        lines.append(f"{side[row]:>{margin}}┤{cells}".rstrip())
    ticks = "".join(("┴" if place in labels else "─").ljust(wide, "─") for place in range(len(values)))
    return [*lines, f"{'0':>{margin}}└{ticks}", _under(labels, wide, margin + 1, width)]


def year(counts: Mapping[date, int], today: date, width: int) -> list[str]:
    """Draw the days up to today as weeks side by side, Monday on top, with a legend.

    As many weeks as there is room for, at most a year; a day is two cells wide where that fits.
    """
    wide = 2 if width >= _MARGIN + 2 * _WEEKS else 1
    starts = weeks_shown(today, width)
    most = max((number for day, number in counts.items() if starts[0] <= day <= today), default=0)
    lines = [(" " * _MARGIN + _months(starts, wide)).rstrip()]
    for weekday, label in enumerate(_WEEKDAYS):
        days = (start + timedelta(days=weekday) for start in starts)
        signs = (SHADES[_shade(counts.get(day, 0), most)] if day <= today else " " for day in days)
        lines.append(f"{label:<{_MARGIN}}{''.join(_widened(sign, wide) for sign in signs)}".rstrip())
    return [*lines, _legend(most)]


def weeks_shown(today: date, width: int) -> list[date]:
    """Return the Mondays of the weeks that a map of the year has room for."""
    monday = today - timedelta(days=today.weekday())
    shown = max(1, min(_WEEKS, width - _MARGIN))
    return [monday - timedelta(weeks=back) for back in range(shown - 1, -1, -1)]


def _widest(drawn: Sequence[Row]) -> int:
    """Return the cells of the longest label."""
    return max((cells_of(row.label) for row in drawn), default=0)


def _marked(row: Row, whole: float, room: int) -> str:
    drawn = bar(row.value / whole, room) or (SIDEWAYS[1] if row.value > 0 else "")
    if row.mark is None:
        return drawn
    place = min(room - 1, int(room * row.mark / whole))
    cells = list(drawn.ljust(room))
    cells[place] = MARK
    return "".join(cells)


def _side(most: float, height: int) -> list[str]:
    """Write the labels of an upright axis, from the lowest row up."""
    side = [""] * height
    side[-1] = short(most)
    if not height % 2 and not most % 2:
        side[height // 2 - 1] = short(most / 2)
    return side


def short(number: float) -> str:
    """Write a number in at most four cells: `950`, `12k`, `3M`."""
    if number < 10_000:
        return f"{number:.0f}"
    return f"{number / 1000:.0f}k" if number < 999_500 else f"{number / 1_000_000:.0f}M"


def cell(share: float, row: int = 0, height: int = 1) -> str:
    """Draw what one row, from 0 at the bottom, shows of a column that is filled to a share."""
    eighths = round(8 * height * share) - 8 * row
    if share > 0 and row == 0:
        eighths = max(1, eighths)
    return UPWARDS[max(0, min(8, eighths))]


def _under(labels: Mapping[int, str], wide: int, margin: int, width: int) -> str:
    """Write labels under columns; the last ends with the plot, and those that overlap are left out."""
    line = ""
    for place, label in sorted(labels.items()):
        start = min(margin + place * wide, width - len(label))
        if len(line) < start or not line:
            line = line.ljust(start) + label
    return line


def _shade(number: int, most: int) -> int:
    """Return which of the shades a day has: the darkest is for the day with the most."""
    return -(-number * (len(SHADES) - 1) // most) if most else 0


def _legend(most: int) -> str:
    """Tell how many reviews each shade stands for."""
    steps = len(SHADES) - 1
    told = [f"{SHADES[0]} 0"]
    for shade in range(1, steps + 1):
        low, high = most * (shade - 1) // steps + 1, most * shade // steps
        if low <= high:
            told.append(f"{SHADES[shade]} {low}" + (f"–{high}" if high > low else ""))
    return "  ".join(told)


def _widened(sign: str, wide: int) -> str:
    """Draw a shade over the cells of a day; the dot of an empty one stays one."""
    return sign.ljust(wide) if sign == SHADES[0] else sign * wide


def _months(starts: list[date], wide: int) -> str:
    line = ""
    for place, start in enumerate(starts):
        label = f"{start:%b}"
        is_new = start.day <= 7 and (len(line) < place * wide or not line)
        if is_new and place * wide + len(label) <= len(starts) * wide:
            line = line.ljust(place * wide) + label
    return line
