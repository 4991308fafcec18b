"""The table of keys: no key means two things on one screen, and how the settings change it."""

from itertools import combinations

import pytest

from quiz.settings import KeyChange, Settings
from quiz.tui.keymap import TOGETHER, keymap_of
from quiz.tui.keys import KEYS, Place, table

BY_TURNS = {
    frozenset(names.split())
    for names in (
        "round.reveal round.take",
        "round.reveal round.go_on",
        "round.take round.go_on",
        "exam.answer exam.go_on",
    )
}
"""Actions with one key of which only one is there at any time."""
FOCUSED = (Place.FIELD, Place.OPTIONS, Place.SOURCE_CARDS, Place.SEARCH)
"""Parts of the table that belong to a widget: what has the keyboard takes a key first."""


def settings(**changes: str) -> Settings:
    lines = enumerate(changes.items(), 2)
    return Settings(
        keys=tuple(KeyChange(name.replace("__", "."), keys, line) for line, (name, keys) in lines)
    )


def test_no_key_means_two_things_on_one_screen():
    for places in TOGETHER:
        here = [key for key in KEYS if key.place in places and key.place not in FOCUSED]
        for one, other in combinations(here, 2):
            is_shared = set(one.keys.split(",")) & set(other.keys.split(","))
            is_same = one.action == other.action
            assert not is_shared or is_same or frozenset((one.id, other.id)) in BY_TURNS, (one.id, other.id)


def test_no_key_means_two_things_to_one_widget():
    for place in FOCUSED:
        keys = [name for key in KEYS if key.place is place for name in key.keys.split(",")]
        assert len(keys) == len(set(keys)), place


def test_every_place_of_the_table_is_on_a_screen_and_every_key_has_a_name_of_its_own():
    assert {place for places in TOGETHER for place in places} == set(Place)
    names = [key.id for key in KEYS if key.can_change]
    assert len(names) == len(set(names))


def test_a_key_is_changed_and_help_shows_it():
    keymap, complaints = keymap_of(settings(round__undo="z, ctrl+y"))
    assert (keymap, complaints) == ({"round.undo": "z,ctrl+y"}, ())
    shown = {meaning: keys for _, keys, meaning in table((Place.ROUND,), keymap)}
    assert shown["Undo the last step, as often as you like."] == "z, Ctrl+Y"


def test_two_keys_are_swapped():
    keymap, complaints = keymap_of(settings(home__browse="p", home__stats="b"))
    assert (keymap, complaints) == ({"home.browse": "p", "home.stats": "b"}, ())


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"round__undoo": "z"}, "there is no key `round.undoo`: did you mean `round.undo`?"),
        ({"xyzzy": "z"}, "there is no key `xyzzy`: `quiz settings keys` lists them"),
        ({"options__pick": "z"}, "there is no key `options.pick`"),
        ({"round__undo": "ctrl+alt+moon"}, "`ctrl+alt+moon` is no key: write such as `t`, `ctrl+t` or `f5`"),
        ({"round__undo": "z,"}, "`z,` is no key"),
        ({"round__undo": "n"}, "`n` means `Skip` on the same screen"),
        ({"home__test": "?"}, "`?` means `Help` on the same screen"),
        ({"field__leave_field": "x"}, "`x` is text in a field: write such as `ctrl+t` or `f5`"),
        ({"round__undo": "\x1b[31m"}, "`␛[31m` is no key"),
    ],
)
def test_what_can_not_be_had_is_told_and_left_out(changes, words):
    keymap, (complaint,) = keymap_of(settings(**changes))
    assert keymap == {}
    assert complaint.words.startswith(words)
    assert complaint.line == 2


def test_of_two_that_want_one_key_the_first_has_it():
    keymap, (complaint,) = keymap_of(settings(round__undo="z", card__flag="z"))
    assert keymap == {"round.undo": "z"}
    assert (complaint.line, complaint.words) == (3, "`z` means `Undo` on the same screen")


def test_a_change_that_falls_gives_its_old_key_back_to_itself():
    keymap, complaints = keymap_of(settings(card__skip="s", card__flag="n"))
    assert keymap == {}
    assert [one.line for one in complaints] == [2, 3]


def test_two_buttons_and_the_home_row_are_key_maps():
    two, _ = keymap_of(Settings(has_two_buttons=True))
    assert [two[f"round.rate-{number}"] for number in (1, 2, 3, 4)] == ["1", "", "2", ""]
    row, _ = keymap_of(Settings(has_home_row=True))
    assert row["round.rate-4"] == "4,semicolon"
    both, _ = keymap_of(Settings(has_two_buttons=True, has_home_row=True))
    assert (both["round.rate-1"], both["round.rate-3"]) == ("1,j", "2,k")
