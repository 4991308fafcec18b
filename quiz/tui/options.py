"""The options of a choice, and true or false."""

from quiz.card import Option
from quiz.text import limited
from quiz.tui.hanging import Hanging
from quiz.tui.picker import Picker, numbered


class OptionPicker(Picker):
    """Picks one option at once, or ticks several until they are handed in."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shown: tuple[Option, ...] = ()
        self._ticked: frozenset[str] = frozenset()
        self._is_several = False

    def ask(self, options: tuple[Option, ...], *, is_several: bool) -> None:
        """Show options to pick from."""
        self._shown, self._is_several, self._ticked = options, is_several, frozenset()
        self.highlighted = None
        self.paint()

    @property
    def rows(self) -> int:
        """How many options there are."""
        return len(self._shown)

    @property
    def given(self) -> frozenset[str]:
        """What is ticked, or the marked option of a single choice."""
        if self._is_several or self.highlighted is None:
            return self._ticked
        return frozenset({self._shown[self.highlighted].text})

    def pick(self, number: int) -> None:
        """Tick an option, or answer with it where there is only one to pick."""
        if number > len(self._shown):
            return
        option = self._shown[number - 1]
        if not self._is_several:
            self.post_message(self.Picked(frozenset({option.text})))
            return
        self._ticked ^= {option.text}
        self.highlighted = number - 1
        self.paint()

    def action_judge(self, option: str) -> None:
        """Answer a statement by True or False."""
        if any(one.text == option and one.is_pinned for one in self._shown) and not self._is_several:
            self.post_message(self.Picked(frozenset({option})))

    def row(self, index: int) -> Hanging:
        """Write an option with its number, and its box where several may be ticked."""
        option = self._shown[index]
        box = ("[x] " if option.text in self._ticked else "[ ] ") if self._is_several else ""
        return numbered(index + 1, limited(option.text), box)
