"""Plots of signs: a score against its mark, small bars, scores over time."""

from collections.abc import Sequence

from textual.content import Content

from quiz.exam import Row, Score
from quiz.exam.words import figure
from quiz.stats.drawing import UPWARDS, bar
from quiz.text import one_line, shortened

BAR, GAP = 3, 1
"""Cells of a bar of the plot over time, and between two."""
_AXIS = 6
"""Cells of the labels of the axis."""
_LONGEST_NAME = 14


def score_bar(score: Score, width: int) -> Content:
    """Draw a score, below it the interval that holds the true one, and the pass mark."""
    result, (low, high) = score.result, score.interval
    style = "$text-success" if result.passed else "$text-error"
    first, last = (min(width - 1, int(width * end / 100)) for end in (low, high))
    mark = min(width - 1, int(width * result.pass_mark / 100))
    label = f"pass mark {figure(result.pass_mark)} %"
    is_left = mark + len(label) + 2 > width
    pointer = f"{label} ▲".rjust(mark + 1) if is_left else f"{' ' * mark}▲ {label}"
    return Content("\n").join([
        _filled(result.percent / 100, width, style),
        Content.styled(f"{' ' * first}├{'─' * max(0, last - first - 1)}┤", "$foreground-muted"),
        Content.styled(pointer, "bold"),
    ])  # fmt: skip


def rows_table(title: str, rows: Sequence[Row], width: int) -> Content:
    """Write points by name, each with a small bar."""
    longest = min(_LONGEST_NAME, max((len(one_line(row.name)) for row in rows), default=0))
    bar = max(4, min(16, width - longest - 14))
    lines = [Content.styled(title, "$foreground-muted")]
    for row in rows:
        name = shortened(one_line(row.name) or "(none)", longest).ljust(longest + 2)
        points = f"  {figure(row.points)} of {row.max_points}"
        share = max(0.0, row.share)
        lines.append(Content.assemble(name, _filled(share, bar, "$primary"), points))
    return Content("\n").join(lines)


def scores_plot(scores: Sequence[Score], width: int, height: int) -> Content:
    """Draw scores over time, the latest on the right, with the mark that each had to reach."""
    shown = scores[-max(1, (width - _AXIS) // (BAR + GAP)) :]
    lines = []
    for row in range(height - 1, -1, -1):
        cells = [_cell(score, row, height) for score in shown]
        label = "100 %" if row == height - 1 else "0 %" if not row else "50 %" if row == height // 2 else ""
        lines.append(Content.assemble((label.rjust(5), "$foreground-muted"), "┤", *cells))
    values = "".join(f"{score.result.percent:.0f}".rjust(BAR) + " " * GAP for score in shown)
    signs = "".join(("✓" if score.result.passed else "✗").rjust(BAR) + " " * GAP for score in shown)
    blank = " " * _AXIS
    return Content("\n").join([*lines, Content(blank + values), Content(blank + signs)])


def _cell(score: Score, row: int, height: int) -> Content:
    """Draw what a bar, or the pass mark behind it, has in one row."""
    eighths = round(8 * height * score.result.percent / 100) - 8 * row
    sign = UPWARDS[max(0, min(8, eighths))]
    mark = min(height - 1, int(height * score.result.pass_mark / 100))
    behind = "┄" if row == mark else " "
    style = "$text-success" if score.result.passed else "$text-error"
    if sign == " ":
        return Content.styled(behind * (BAR + GAP), "$foreground-muted")
    return Content.assemble((sign * BAR, style), (behind * GAP, "$foreground-muted"))


def _filled(share: float, width: int, style: str) -> Content:
    """Draw a bar that is filled to a share, in eighths of a cell."""
    filled = bar(share, width)
    return Content.assemble((filled, style), ("░" * (width - len(filled)), "$foreground-muted"))
