"""How sure one is of an answer: three levels to choose from."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets import Static

from quiz.progress import Confidence


class SureButton(Static):
    """One level, to be clicked."""

    DEFAULT_CSS = """
    SureButton {
        width: auto;
        height: 1;
        padding: 0 1;
        margin: 0 0 0 1;
        text-wrap: nowrap;
        pointer: pointer;
        background: $panel;
        &:hover { background: $primary; }
    }
    """

    class Chosen(Message):
        """Posted when the level is clicked."""

        def __init__(self, confidence: Confidence) -> None:
            super().__init__()
            self.confidence = confidence

    def __init__(self, number: int, confidence: Confidence) -> None:
        super().__init__(Content.assemble((f"{number} ", "bold"), confidence.value), markup=False)
        self._confidence = confidence

    @on(Click)
    def _announce(self) -> None:
        self.post_message(self.Chosen(self._confidence))


class SureBar(HorizontalGroup):
    """Asks how sure one is."""

    SCOPED_CSS: ClassVar[bool] = False

    DEFAULT_CSS = """
    SureBar {
        height: 1;
        padding: 0 1;
        background: $surface;
        & > #ask { width: auto; padding: 0 0 0 1; text-style: bold; text-wrap: nowrap; }
        & > #skip { width: auto; padding: 0 0 0 2; color: $text-muted; text-wrap: nowrap; }
    }
    .-narrow SureBar > #skip { display: none; }
    .-narrow SureButton { margin: 0; }
    """

    def compose(self) -> ComposeResult:
        """Lay out the question and its levels."""
        yield Static("How sure?", id="ask", markup=False)
        for number, confidence in enumerate(Confidence, 1):
            yield SureButton(number, confidence)
        yield Static("Enter says nothing", id="skip", markup=False)
