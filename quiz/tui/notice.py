"""One line that says what has just happened; never over what it speaks of."""

from textual.content import Content
from textual.widgets import Static

_SECONDS = 6
"""How long a line stays that nothing replaces."""


class Notice(Static):
    """Shows a line above the footer for a while; a warning stays until something else happens."""

    DEFAULT_CSS = """
    Notice {
        height: auto;
        max-height: 3;
        padding: 0 2;
        display: none;
        color: $text-success;
        &.-warning { color: $text-error; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown = 0

    def show(self, words: str, *, is_warning: bool = False) -> None:
        """Show a line in the place of the last one."""
        self._shown += 1
        self.set_class(is_warning, "-warning")
        self.update(Content(f"! {words}" if is_warning else words))
        self.display = True
        if not is_warning:
            shown = self._shown
            self.set_timer(_SECONDS, lambda: self._fade(shown))

    def clear_line(self) -> None:
        """Take the line away."""
        self._shown += 1
        self.display = False

    def _fade(self, shown: int) -> None:
        if shown == self._shown:
            self.display = False
