"""Reads what a screen shows as lines of text."""

import re
from html import unescape

from quiz.tui.app import QuizApp

CELL_WIDTH, LINE_HEIGHT = 12.2, 24.4
"""Of a cell in textual's own screenshot, in its units."""
_TEXT = re.compile(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)</text>')


def picture(app: QuizApp) -> str:
    """Read the screen as lines of text."""
    columns, rows = app.size
    lines = [[" "] * columns for _ in range(rows)]
    for left, base, text in _TEXT.findall(app.export_screenshot()):
        row, column = round((float(base) - 20) / LINE_HEIGHT), round(float(left) / CELL_WIDTH)
        for offset, sign in enumerate(unescape(text).replace("\u00a0", " ")):
            if row < rows and column + offset < columns:
                lines[row][column + offset] = sign
    return "\n".join("".join(line).rstrip() for line in lines) + "\n"
