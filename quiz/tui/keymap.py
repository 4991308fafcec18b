"""Other keys for actions: what the settings ask for, made into a map, and every clash told.

A change that can't be is left out: an action that does not exist, a key that has no name, or a key that means
something else on the same screen.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.keys import Keys, _character_to_key

from quiz.settings import KeyChange, Settings
from quiz.text import nearest, visible_line
from quiz.tui.keys import KEYS, Key, Place, shown_keys

TOGETHER = (
    (Place.HOME, Place.ANYWHERE),
    (Place.ROUND, Place.CARD, Place.OPTIONS, Place.ANYWHERE),
    (Place.INTRO, Place.ANYWHERE),
    (Place.EXAM, Place.OPTIONS, Place.ANYWHERE),
    (Place.GRID,),
    (Place.DIALOG,),
    (Place.RESULT, Place.ANYWHERE),
    (Place.HISTORY, Place.ANYWHERE),
    (Place.STATS, Place.ANYWHERE),
    (Place.BROWSE, Place.ANYWHERE),
)
"""The parts of the table that hold on one screen."""

_NAMES = {str(key.value) for key in Keys}
_HOME_ROW = {"rate(1)": "1,j", "rate(2)": "2,k", "rate(3)": "3,l", "rate(4)": "4,semicolon"}
_TWO_BUTTONS = {"rate(1)": "1", "rate(2)": "", "rate(3)": "2", "rate(4)": ""}
"""No key is none at all."""
_TWO_HOME = {**_TWO_BUTTONS, "rate(1)": "1,j", "rate(3)": "2,k"}


def keymap_of(settings: Settings) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the changed keys by the name of the action, and what could not be changed, in words."""
    keymap = _ratings(settings)
    complaints: list[str] = []
    for change in settings.keys:
        keys, complaint = _read(change, keymap)
        if complaint:
            complaints.append(f"line {change.line}: {complaint}")
        else:
            keymap[change.id] = keys
    return keymap, tuple(complaints)


def keymap_in(app: App[Any]) -> Mapping[str, str]:
    """Return the keys that were changed in a running program."""
    found: Mapping[str, str] = getattr(app, "changed_keys", {})
    return found


def rebound(bindings: BindingsMap, keymap: Mapping[str, str]) -> BindingsMap:
    """Return bindings with those keys that were changed."""
    every = list(chain.from_iterable(bindings.key_to_bindings.values()))
    kept = [one for one in every if one.id not in keymap]
    changed = {one.id: one for one in every if one.id and keymap.get(one.id)}
    return BindingsMap([*kept, *(_changed(one, keymap[name]) for name, one in changed.items())])


def _changed(binding: Binding, keys: str) -> Binding:
    shown = shown_keys(keys).split(", ")[0].lower()
    return replace(binding, key=keys, key_display=shown)


def _ratings(settings: Settings) -> dict[str, str]:
    """Return the keys that rate, where there are two buttons or where the home row rates too."""
    chosen: dict[str, str] = {}
    if settings.has_two_buttons:
        chosen = _TWO_HOME if settings.has_home_row else _TWO_BUTTONS
    elif settings.has_home_row:
        chosen = _HOME_ROW
    return {key.id: chosen[key.action] for key in KEYS if key.action in chosen}


def _read(change: KeyChange, keymap: Mapping[str, str]) -> tuple[str, str]:
    """Return the keys of a change as Textual names them, and why it can't be, or nothing."""
    known = {key.id: key for key in KEYS if key.can_change}
    if change.id not in known:
        meant = nearest(change.id, known)
        hint = f"did you mean `{meant}`?" if meant else "the manual lists the names"
        return "", f"there is no key `{visible_line(change.id[:60])}`: {hint}"
    names = [_name(word.strip()) for word in change.keys.split(",")]
    if not all(names):
        return "", f"`{visible_line(change.keys[:60])}` is no key: write such as `t`, `ctrl+t` or `f5`"
    other = next(_clashes(known[change.id], set(names), keymap), None)
    if other:
        return "", f"`{visible_line(change.keys[:60])}` means `{other.label}` on the same screen"
    return ",".join(names), ""


def _name(word: str) -> str:
    """Return Textual's name of a key, or nothing where there is none."""
    if len(word) == 1 and word.isprintable():
        return word if word.isalnum() else _character_to_key(word)
    name = word.lower()
    return name if name in _NAMES or _is_held(name) else ""


def _is_held(name: str) -> bool:
    held, _, last = name.rpartition("+")
    return held in ("ctrl", "alt", "shift") and (last in _NAMES or (len(last) == 1 and last.isalnum()))


def _clashes(key: Key, names: set[str], keymap: Mapping[str, str]) -> Iterator[Key]:
    """List the other keys of the same screens that have one of some names."""
    for other in _beside(key):
        if names & set(keymap.get(other.id, other.keys).split(",")):
            yield other


def _beside(key: Key) -> Iterable[Key]:
    """List the keys that hold on a screen together with one, and do not share its keys by design."""
    screens = [places for places in TOGETHER if key.place in places] or [(key.place,)]
    places = set(chain.from_iterable(screens))
    shared = set(key.keys.split(","))
    others = (one for one in KEYS if one.place in places and one.id != key.id)
    return (one for one in others if not shared & set(one.keys.split(",")))
