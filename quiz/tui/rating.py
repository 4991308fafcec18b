"""The four ratings, each with its interval."""

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from quiz.schedule import Rating


class RatingButton(Static):
    """One rating, to be clicked."""

    DEFAULT_CSS = """
    RatingButton {
        width: 1fr;
        height: 2;
        text-align: center;
        text-wrap: nowrap;
        pointer: pointer;
        color: $text-muted;
        background: $surface;
        margin: 0 0 0 1;
        &:first-child { margin: 0; }
        &:hover { background: $panel; }
        &.-proposed { background: $primary; color: $text; }
    }
    """

    class Chosen(Message):
        """Posted when the button is clicked."""

        def __init__(self, rating: Rating) -> None:
            super().__init__()
            self.rating = rating

    def __init__(self, rating: Rating) -> None:
        super().__init__(markup=False)
        self.rating = rating

    def show(self, interval: str, *, is_proposed: bool) -> None:
        """Show the interval, and whether Enter takes this rating."""
        self.set_class(is_proposed, "-proposed")
        sign = "↵" if is_proposed else ""
        self.update(
            Content.assemble((f"{self.rating.value} {self.rating.label}{sign}", "bold"), "\n", interval)
        )

    @on(Click)
    def _announce(self) -> None:
        self.post_message(self.Chosen(self.rating))


class RatingBar(HorizontalGroup):
    """All four ratings in a row."""

    DEFAULT_CSS = """
    RatingBar { height: 2; padding: 0 1; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the buttons."""
        for rating in Rating:
            yield RatingButton(rating)

    def show(self, intervals: dict[Rating, str], proposed: Rating | None) -> None:
        """Show the intervals; none in cramming."""
        for button in self.query(RatingButton):
            button.show(intervals.get(button.rating, ""), is_proposed=button.rating is proposed)
