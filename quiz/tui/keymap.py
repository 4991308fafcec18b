"""Other keys for actions: what the settings ask for, made into a map, and every clash told.

A change that can't be is left out: an action that does not exist, a key that has no name, or a key that means
something else on the same screen.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, NamedTuple

from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.keys import Keys, _character_to_key
from textual.message_pump import MessagePump
from textual.widget import Widget

from quiz.settings import KeyChange, Settings
from quiz.text import nearest, visible_line
from quiz.tui.keys import KEYS, Key, Place, shown_keys

TOGETHER = (
    (Place.HOME, Place.ANYWHERE),
    (Place.ROUND, Place.CARD, Place.OPTIONS, Place.FIELD, Place.ANYWHERE),
    (Place.INTRO, Place.ANYWHERE),
    (Place.EXAM, Place.OPTIONS, Place.FIELD, Place.ANYWHERE),
    (Place.GRID,),
    (Place.DIALOG,),
    (Place.RESULT, Place.ANYWHERE),
    (Place.HISTORY, Place.ANYWHERE),
    (Place.STATS, Place.ANYWHERE),
    (Place.BROWSE, Place.ANYWHERE),
    (Place.SOURCE, Place.SOURCE_CARDS, Place.SEARCH, Place.ANYWHERE),
    (Place.WINDOW,),
)
"""The parts of the table that hold on one screen."""

_TYPING = (Place.FIELD, Place.SEARCH)
_NAMES = {str(key.value) for key in Keys}
_HOME_ROW = {"rate(1)": "1,j", "rate(2)": "2,k", "rate(3)": "3,l", "rate(4)": "4,semicolon"}
_TWO_BUTTONS = {"rate(1)": "1", "rate(2)": "", "rate(3)": "2", "rate(4)": ""}
"""No key is none at all."""
_TWO_HOME = {**_TWO_BUTTONS, "rate(1)": "1,j", "rate(3)": "2,k"}


class Complaint(NamedTuple):
    """Something that the settings ask for and can't have."""

    line: int | None
    """Where, from 1."""
    words: str


def keymap_of(settings: Settings) -> tuple[dict[str, str], tuple[Complaint, ...]]:
    """Return the changed keys by the name of the action, and what could not be changed, in words."""
    complaints = {change: complaint for change in settings.keys if (complaint := _complaint(change))}
    sound = [change for change in settings.keys if change not in complaints]
    keymap = _ratings(settings) | {change.id: ",".join(_names(change.keys)) for change in sound}
    while clash := next(_clashing(sound, keymap), None):
        change, other = clash
        sound.remove(change)
        keymap = {name: keys for name, keys in keymap.items() if name != change.id}
        complaints[change] = f"`{change.keys}` means `{other.label}` on the same screen"
    told = (Complaint(one.line, complaints[one]) for one in settings.keys if one in complaints)
    return keymap, tuple(told)


def keymap_in(app: App[Any]) -> Mapping[str, str]:
    """Return the keys that were changed in a running program."""
    found: Mapping[str, str] = getattr(app, "changed_keys", {})
    return found


def kept_bindings(widget: type[Widget], without: tuple[str, ...]) -> list[Binding]:
    """Return the bindings of one of Textual's widgets, but for some keys."""
    return [one for one in widget.BINDINGS if isinstance(one, Binding) and one.key not in without]


class Rebindable(MessagePump):
    """A screen or a widget whose keys the settings can change."""

    _bindings: BindingsMap

    def on_mount(self) -> None:
        """Take the keys that the settings ask for."""
        self._bindings = _rebound(self._bindings, keymap_in(self.app))


def _rebound(bindings: BindingsMap, keymap: Mapping[str, str]) -> BindingsMap:
    """Return bindings with those keys that were changed."""
    every = list(chain.from_iterable(bindings.key_to_bindings.values()))
    kept = [one for one in every if one.id not in keymap]
    changed = {one.id: one for one in every if one.id and keymap.get(one.id)}
    return BindingsMap(
        [*kept, *chain.from_iterable(_changed(one, keymap[name]) for name, one in changed.items())]
    )


def _changed(binding: Binding, keys: str) -> Iterator[Binding]:
    """Bind other keys; one that is text in a field comes first to nobody else."""
    shown = shown_keys(keys).split(", ")[0].lower()
    for key in keys.split(","):
        yield replace(binding, key=key, key_display=shown, priority=key.startswith("ctrl"))


def _ratings(settings: Settings) -> dict[str, str]:
    """Return the keys that rate, where there are two buttons or where the home row rates too."""
    chosen: dict[str, str] = {}
    if settings.has_two_buttons:
        chosen = _TWO_HOME if settings.has_home_row else _TWO_BUTTONS
    elif settings.has_home_row:
        chosen = _HOME_ROW
    return {key.id: chosen[key.action] for key in KEYS if key.action in chosen}


def _complaint(change: KeyChange) -> str:
    """Say why a change means nothing by itself, or nothing."""
    known = {key.id: key for key in KEYS if key.can_change}
    shown = f"`{visible_line(change.keys[:60])}`"
    if change.id not in known:
        meant = nearest(change.id, known)
        hint = f"did you mean `{meant}`?" if meant else "`quiz settings keys` lists them"
        return f"there is no key `{visible_line(change.id[:60])}`: {hint}"
    if not all(_names(change.keys)):
        return f"{shown} is no key: write such as `t`, `ctrl+t` or `f5`"
    if known[change.id].place in _TYPING and any(len(word.strip()) == 1 for word in change.keys.split(",")):
        return f"{shown} is text in a field: write such as `ctrl+t` or `f5`"
    return ""


def _names(keys: str) -> list[str]:
    return [_name(word.strip()) for word in keys.split(",")]


def _name(word: str) -> str:
    """Return Textual's name of a key, or nothing where there is none."""
    if len(word) == 1 and word.isprintable():
        return word if word.isalnum() else _character_to_key(word)
    name = word.lower()
    return name if name in _NAMES or _is_held(name) else ""


def _is_held(name: str) -> bool:
    held, _, last = name.rpartition("+")
    return held in ("ctrl", "alt", "shift") and (last in _NAMES or (len(last) == 1 and last.isalnum()))


def _clashing(changes: Sequence[KeyChange], keymap: Mapping[str, str]) -> Iterator[tuple[KeyChange, Key]]:
    """List the changes, the last first, whose keys mean something else on the same screen."""
    keys = {key.id: key for key in KEYS}
    for change in reversed(changes):
        names = set(keymap[change.id].split(","))
        for other in _beside(keys[change.id]):
            if names & set(keymap.get(other.id, other.keys).split(",")):
                yield change, other


def _beside(key: Key) -> Iterable[Key]:
    """List the keys that hold on a screen together with one, and do not share its keys by design."""
    screens = [places for places in TOGETHER if key.place in places] or [(key.place,)]
    places = set(chain.from_iterable(screens))
    shared = set(key.keys.split(","))
    others = (one for one in KEYS if one.place in places and one.id != key.id)
    return (one for one in others if not shared & set(one.keys.split(",")))
