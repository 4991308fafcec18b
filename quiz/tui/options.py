"""The options of a choice, and true or false."""

from textual.content import Content

from quiz.card import Option
from quiz.text import limited, lines_each
from quiz.tui.hanging import Hanging
from quiz.tui.picker import Picker, numbered


class OptionPicker(Picker):
    """Picks one option, at once or once it is handed in, or ticks several until they are handed in."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[Option, ...] = ()
        self._ticked: frozenset[str] = frozenset()
        self._struck: frozenset[str] = frozenset()
        self._is_several = False
        self._waits = False

    def ask(
        self,
        options: tuple[Option, ...],
        *,
        is_several: bool,
        waits: bool = False,
        given: frozenset[str] = frozenset(),
        struck: frozenset[str] = frozenset(),
    ) -> None:
        """Show options to pick from, with what was picked and struck out before."""
        self._shown, self._is_several, self._waits = options, is_several, waits
        self._ticked, self._struck = given, struck
        self.highlighted = None
        self.paint()
        if not is_several:
            self.highlighted = next(
                (index for index, option in enumerate(options) if option.text in given), None
            )

    @property
    def rows(self) -> int:
        """How many options there are."""
        return len(self._shown)

    @property
    def given(self) -> frozenset[str]:
        """What is ticked; of a single choice the marked option, unless it was marked to be struck out."""
        marked = self.marked
        if self._is_several or marked is None or marked in self._struck:
            return self._ticked
        return frozenset({marked})

    @property
    def written(self) -> frozenset[str]:
        """What was picked; an option that is only marked is not."""
        return self._ticked

    @property
    def marked(self) -> str | None:
        """The option that is marked."""
        return None if self.highlighted is None else self._shown[self.highlighted].text

    def show_struck(self, struck: frozenset[str]) -> None:
        """Show which options are struck out; none of these is ticked."""
        self._struck = struck
        self._ticked -= struck
        self.paint()

    def pick(self, number: int) -> None:
        """Tick an option, or answer with it where there is only one to pick and the pick does not wait."""
        if number > len(self._shown):
            return
        picked = frozenset({self._shown[number - 1].text})
        if not self._is_several and not self._waits:
            self.post_message(self.Picked(picked))
            return
        self._ticked = self._ticked ^ picked if self._is_several else picked
        self.highlighted = number - 1
        self.paint()

    def action_judge(self, option: str) -> None:
        """Pick True or False of a statement."""
        shown = [one.text for one in self._shown if one.is_pinned and not self._is_several]
        if option in shown:
            self.pick(shown.index(option) + 1)

    def row(self, index: int) -> Hanging:
        """Write an option with its number, its box, and whether it is struck out."""
        option = self._shown[index]
        text = limited(option.text, lines_each(self.rows))
        if option.text in self._struck:
            struck = (text, "strike $foreground-muted")
            return numbered(
                index + 1, Content.assemble(struck, ("  struck out", "italic")), self._box(option)
            )
        return numbered(index + 1, text, self._box(option))

    def _box(self, option: Option) -> str:
        """Draw the box of an option; there is none where a pick answers at once."""
        is_ticked = option.text in self._ticked
        if self._is_several:
            return "[x] " if is_ticked else "[ ] "
        return ("(•) " if is_ticked else "( ) ") if self._waits else ""
