"""The line of keys at the foot of a screen: one widget that is painted, none mounted anew at each step."""

from dataclasses import dataclass

from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

_BLANKS = 3
"""Around a key and behind its label."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A key as it stands in the line."""

    key: str
    """Textual's name."""
    text: str
    label: str
    action: str

    @property
    def width(self) -> int:
        """Its cells."""
        return Content(f"{self.text}{self.label}").cell_length + _BLANKS


class KeyFooter(Widget):
    """As many keys as there is room for, none of them cut off; the key of the help is always there."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    KeyFooter {
        dock: bottom;
        height: 1;
        color: $footer-foreground;
        background: $footer-background;
        text-wrap: nowrap;
    }
    """

    hovered: reactive[int | None] = reactive(None)
    """The place of the key under the mouse, from 0."""

    def on_mount(self) -> None:
        """Paint the line anew whenever other keys act."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_changed)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Press the key that was clicked."""
        place = self._place_at(event.x)
        if place is not None:
            self.app.simulate_key(self.shown[place].key)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show which key a click would press."""
        self.hovered = self._place_at(event.x)

    def on_leave(self) -> None:
        """Show no key as under the mouse."""
        self.hovered = None

    @property
    def shown(self) -> tuple[Shown, ...]:
        """The keys that fit, in their order."""
        found: dict[str, Shown] = {}
        for _, binding, is_enabled, _ in self.screen.active_bindings.values():
            if binding.show and is_enabled and binding.action not in found:
                text = self.app.get_key_display(binding)
                found[binding.action] = Shown(binding.key, text, binding.description, binding.action)
        return _fitting(tuple(found.values()), self.app.size.width)

    def render(self) -> RenderResult:
        """Write the line."""
        keys = "$footer-key-foreground on $footer-key-background bold"
        labels = "$footer-description-foreground on $footer-description-background"
        over = "$footer-key-foreground on $block-hover-background"
        return Content.assemble(
            *(
                piece
                for place, one in enumerate(self.shown)
                for piece in (
                    (f" {one.text} ", over if place == self.hovered else keys),
                    (f"{one.label} ", over if place == self.hovered else labels),
                )
            )
        )

    def _bindings_changed(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def _place_at(self, column: int) -> int | None:
        """Find the key at a column."""
        end = 0
        for place, one in enumerate(self.shown):
            end += one.width
            if column < end:
                return place
        return None


def _fitting(keys: tuple[Shown, ...], width: int) -> tuple[Shown, ...]:
    """Leave out the last keys for which there is no room, but never the help's."""
    room = width - sum(key.width for key in keys if key.action == "help")
    fitting = []
    for key in keys:
        room -= 0 if key.action == "help" else key.width
        if key.action == "help" or room >= 0:
            fitting.append(key)
    return tuple(fitting)
