"""The four ratings, each with its interval."""

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from quiz.schedule import Rating
from quiz.settings import Settings
from quiz.tui.keymap import keymap_in
from quiz.tui.keys import shown_keys


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

    def show(self, interval: str, *, key: str, is_proposed: bool) -> None:
        """Show the interval, the key, and whether Enter takes this rating."""
        self.set_class(is_proposed, "-proposed")
        sign = "↵" if is_proposed else ""
        self.update(Content.assemble((f"{key} {self.rating.label}{sign}", "bold"), "\n", interval))

    @on(Click)
    def _announce(self) -> None:
        self.post_message(self.Chosen(self.rating))


class RatingBar(HorizontalGroup):
    """The ratings in a row: all four, or Again and Good."""

    DEFAULT_CSS = """
    RatingBar { height: 2; padding: 0 1; }
    """

    def __init__(self, ratings: tuple[Rating, ...]) -> None:
        super().__init__()
        self._ratings = ratings

    def compose(self) -> ComposeResult:
        """Lay out the buttons."""
        for rating in self._ratings:
            yield RatingButton(rating)

    def show(self, intervals: dict[Rating, str], proposed: Rating | None) -> None:
        """Show the intervals; none in cramming."""
        keymap = keymap_in(self.app)
        for button in self.query(RatingButton):
            key = keymap.get(f"round.rate-{button.rating.value}", str(button.rating.value)).split(",")[0]
            interval = intervals.get(button.rating, "")
            button.show(interval, key=shown_keys(key), is_proposed=button.rating is proposed)


def ratings_of(settings: Settings) -> tuple[Rating, ...]:
    """Return the ratings that a learner may choose from."""
    return (Rating.AGAIN, Rating.GOOD) if settings.has_two_buttons else tuple(Rating)
