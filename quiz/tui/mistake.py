"""A mistake of a test beside what proves it."""

from textual.content import Content
from textual.widgets import Static

from quiz.exam.mistakes import Mistake
from quiz.exam.words import remarks
from quiz.text import limited, visible_line
from quiz.tui import content
from quiz.tui.hanging import Hanging, Row


class MistakeView(Static, can_focus=True):
    """Shows one mistake; what the keyboard is on has a sign."""

    DEFAULT_CSS = """
    MistakeView {
        height: auto;
        margin: 1 0 0 0;
        padding: 0 1;
        border-left: outer $panel-lighten-2;
        &:focus { border-left: outer $primary; background: $surface; }
    }
    .-short MistakeView { padding: 0; }
    """

    def __init__(self, mistake: Mistake, number: int, total: int) -> None:
        super().__init__(markup=False)
        self._place = f"{number} of {total}"
        self.mistake = mistake
        """What is shown."""

    def on_mount(self) -> None:
        """Write the mistake."""
        self._write(is_marked=False)

    def on_focus(self) -> None:
        """Show the sign."""
        self._write(is_marked=True)

    def on_blur(self) -> None:
        """Take the sign away."""
        self._write(is_marked=False)

    def show(self, mistake: Mistake) -> None:
        """Show the mistake as it is now."""
        self.mistake = mistake
        self._write(is_marked=self.has_focus)

    def _write(self, *, is_marked: bool) -> None:
        self.update(Hanging(_rows(self.mistake, self._place, is_marked=is_marked)))


def _rows(mistake: Mistake, place: str, *, is_marked: bool) -> list[Row]:
    item = mistake.item
    sign, style = ("±", "$text-warning") if item.share > 0 else ("✗", "$text-error")
    said = ", ".join((place, *remarks(item)))
    head = Content.assemble((sign, f"bold {style}"), (f" {said}", "$foreground-muted"))
    rows = [
        (Content.styled("▸ " if is_marked else "  ", "bold $text-accent"), head),
        (Content(""), Content.styled(limited(mistake.question), "bold")),
        _labelled("You gave", Content(visible_line(mistake.given))),
        _labelled("Right is", Content.styled(limited(item.expected), "bold $text-success")),
        *(_labelled("Why", Content(limited(why))) for why in mistake.whys),
    ]
    proof = (_labelled(f"Line {one.line}", content.passage(one)) for one in mistake.passages)
    missing = [_labelled("Passage", Content(f"none: {mistake.missing}"))] if mistake.missing else []
    return [*rows, *proof, *missing, *_claim(mistake, is_marked=is_marked)]


def _claim(mistake: Mistake, *, is_marked: bool) -> list[Row]:
    if mistake.is_claimed:
        return [(Content(""), Content.styled("✓ claimed as right; y takes that back", "$text-success"))]
    if mistake.item.claimable:
        way = "y claims it" if is_marked else "y, when it is marked, claims it"
        return [(Content(""), Content.styled(f"Right after all? {way}.", "$text-warning"))]
    return []


def _labelled(label: str, text: Content) -> Row:
    return Content.styled(label.ljust(10), "$foreground-muted"), text
