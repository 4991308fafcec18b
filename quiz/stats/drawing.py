"""Plots in plain text: bars in eighths of a cell, columns with an axis, a year as a map of shades.

Nothing is told by colour; every plot has its numbers beside it. Widths and heights are in cells.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

UPWARDS = " ▁▂▃▄▅▆▇█"
SIDEWAYS = " ▏▎▍▌▋▊▉█"
SHADES = "·░▒▓█"
"""A day without a review, and with ever more of them."""
_AXIS = 6
"""Cells of the labels of an upright axis, with the axis."""
_WEEKDAYS = ("Mon", "", "Wed", "", "Fri", "", "Sun")


def bar(share: float, width: int) -> str:
    """Draw a bar that is filled to a share, 0 to 1, without what is left of the width."""
    full, rest = divmod(round(8 * width * min(1.0, max(0.0, share))), 8)
    return "█" * full + (SIDEWAYS[rest] if rest else "")


def rows(labelled: Sequence[tuple[str, float, str]], width: int) -> list[str]:
    """Draw a bar for each row of label, value and words; the longest bar is the greatest value."""
    labels = max((len(label) for label, _, _ in labelled), default=0)
    words = max((len(told) for _, _, told in labelled), default=0)
    room = max(4, width - labels - words - 4)
    most = max((value for _, value, _ in labelled), default=0) or 1
    return [
        f"{label:>{labels}} │{bar(value / most, room):<{room}} {told}".rstrip()
        for label, value, told in labelled
    ]


def columns(values: Sequence[float], width: int, height: int, *, unit: str = "") -> list[str]:
    """Draw values as columns over an axis; as many cells wide as there is room for."""
    most = max(values, default=0) or 1
    wide = max(1, (width - _AXIS) // max(1, len(values)))
    gap = wide > 1
    lines = []
    for row in range(height - 1, -1, -1):
        label = f"{most:g}{unit}" if row == height - 1 else "0" if not row else ""
        cells = ("".join(cell(value / most, row, height) * (wide - gap) + " " * gap) for value in values)
        lines.append(f"{label:>{_AXIS - 1}}┤{''.join(cells)}".rstrip())
    return lines


def under(labels: Mapping[int, str], number: int, width: int) -> str:
    """Write labels under columns, by the place of the column; those that overlap are left out."""
    wide = max(1, (width - _AXIS) // max(1, number))
    line = ""
    for place, label in sorted(labels.items()):
        start = _AXIS + place * wide
        if len(line) < start or not line:
            line = line.ljust(start) + label
    return line


def year(counts: Mapping[date, int], today: date, width: int) -> list[str]:
    """Draw the days up to today as weeks side by side, Monday on top; as many weeks as there is room for."""
    weeks = max(1, min(53, width - 4))
    monday = today - timedelta(days=today.weekday())
    starts = [monday - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    most = max((number for day, number in counts.items() if starts[0] <= day <= today), default=0)
    lines = [("    " + _months(starts)).rstrip()]
    for weekday, label in enumerate(_WEEKDAYS):
        days = (start + timedelta(days=weekday) for start in starts)
        signs = (_shade(counts.get(day, 0), most) if day <= today else " " for day in days)
        lines.append(f"{label:<4}{''.join(signs)}".rstrip())
    return lines


def cell(share: float, row: int = 0, height: int = 1) -> str:
    """Draw what one row, from 0 at the bottom, shows of a column that is filled to a share."""
    eighths = round(8 * height * share) - 8 * row
    if share > 0 and row == 0:
        eighths = max(1, eighths)
    return UPWARDS[max(0, min(8, eighths))]


def _shade(number: int, most: int) -> str:
    if not number:
        return SHADES[0]
    steps = len(SHADES) - 1
    return SHADES[min(steps, 1 + (steps * (number - 1)) // max(1, most))]


def _months(starts: list[date]) -> str:
    line = ""
    for place, start in enumerate(starts):
        is_new = start.day <= 7 and (len(line) <= place)
        if is_new:
            line = line.ljust(place) + f"{start:%b} "
    return line[: len(starts)]
