"""The least that a Textual app can do: say a word, paint another at a key, and quit."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class Bare(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("space", "change", "Change"), ("q", "quit", "Quit")]
    turn = 0

    def compose(self) -> ComposeResult:
        yield Static("Hello, world! number 0")

    def action_change(self) -> None:
        self.turn += 1
        self.query_one(Static).update(f"Maes {1000 + self.turn}")


if __name__ == "__main__":
    Bare().run()
