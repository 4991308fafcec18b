"""Items to be put in order: each pick gives the next place."""

from quiz.text import limited, lines_each
from quiz.tui.hanging import Hanging
from quiz.tui.picker import Picker, numbered


class OrderPicker(Picker):
    """Gives places one after another; picking an item again takes its place back."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[str, ...] = ()
        self._placed: tuple[str, ...] = ()

    def ask(self, items: tuple[str, ...], placed: tuple[str, ...] = ()) -> None:
        """Show items to be put in order, some of which may have been placed before."""
        self._shown, self._placed = items, placed
        self.highlighted = None
        self.paint()

    @property
    def rows(self) -> int:
        """How many items there are."""
        return len(self._shown)

    @property
    def given(self) -> tuple[str, ...]:
        """The items in the order in which they have been placed so far."""
        return self._placed

    def pick(self, number: int) -> None:
        """Give an item the next place, or take its place back."""
        if number > len(self._shown):
            return
        item = self._shown[number - 1]
        if item in self._placed:
            self._placed = tuple(placed for placed in self._placed if placed != item)
        else:
            self._placed = (*self._placed, item)
        self.highlighted = number - 1
        self.paint()

    def row(self, index: int) -> Hanging:
        """Write an item with its number and its place."""
        item = self._shown[index]
        place = f"{self._placed.index(item) + 1}" if item in self._placed else " "
        return numbered(index + 1, limited(item, lines_each(self.rows)), f"[{place}] ")
