"""The settings file becomes settings and its problems: read as strictly as decks, key by key."""

import re
from collections.abc import Callable
from datetime import time, timedelta
from decimal import Decimal
from pathlib import Path

from quiz.deck import Code, Problem
from quiz.deck.faults import SyntaxFault
from quiz.deck.fields import Fields
from quiz.deck.nodes import Mapping, Scalar, compose
from quiz.deck.problem import Report
from quiz.schedule import Parameters
from quiz.settings.settings import KeyChange, Settings, Study

STUDY_KEYS = ("retention", "learning-steps", "relearning-steps", "maximum-interval", "new", "reviews")
KEYS = (*STUDY_KEYS, "day-start", "theme", "buttons", "home-row", "keys", "decks")
BIGGEST = 2**20
"""Bytes of a file of settings."""
_MOST_A_DAY = 9999
_LONGEST_INTERVAL = 36500
_STEP = re.compile(r"(\d{1,4})([mhd])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_LOWEST, _HIGHEST = Decimal("0.70"), Decimal("0.97")


def read_settings(raw: bytes, path: Path) -> tuple[Settings, tuple[Problem, ...]]:
    """Read a file of settings; what is wrong in it is a problem, and the rest of it holds."""
    report = Report(path)
    mapping = _mapping(raw, report)
    settings = _settings(Fields(mapping, KEYS, report)) if mapping else Settings()
    return settings, report.problems()


def _mapping(raw: bytes, report: Report) -> Mapping | None:
    if len(raw) > BIGGEST:
        report.add(None, Code.TOO_BIG, "settings of more than 1 MiB")
        return None
    try:
        node = compose(raw.decode("utf-8-sig").replace("\r\n", "\n"), report)
    except UnicodeDecodeError:
        report.add(None, Code.CONTROL, "not UTF-8 text: save it as UTF-8")
        return None
    except SyntaxFault as fault:
        report.add(fault.place, fault.code, fault.message)
        return None
    if node is None or isinstance(node, Mapping):
        return node
    report.add(node.place, Code.BAD_VALUE, "settings are keys with their values, such as `retention: 0.9`")
    return None


def _settings(fields: Fields) -> Settings:
    study = _study(fields, Study())
    buttons = _one_of(fields, "buttons", {"2": True, "4": False}, "2 (Again and Good) or 4")
    return Settings(
        study=study,
        decks=_decks(fields, study),
        turn=_turn(fields),
        theme=fields.text("theme"),
        theme_line=fields.place_of("theme")[0] if fields.node("theme") else None,
        has_two_buttons=bool(buttons),
        has_home_row=fields.flag("home-row"),
        keys=_key_changes(fields),
    )


def _study(fields: Fields, usual: Study) -> Study:
    known = usual.parameters
    parameters = Parameters(
        desired_retention=_retention(fields, known.desired_retention),
        learning_steps=_steps(fields, "learning-steps", known.learning_steps),
        relearning_steps=_steps(fields, "relearning-steps", known.relearning_steps),
        maximum_interval=fields.whole_number("maximum-interval", _LONGEST_INTERVAL) or known.maximum_interval,
    )
    return Study(parameters, _limit(fields, "new", usual.new), _limit(fields, "reviews", usual.reviews))


def _retention(fields: Fields, usual: float) -> float:
    words = "a number from 0.70 to 0.97"
    number = _number(fields, "retention", lambda value: _LOWEST <= value <= _HIGHEST, words)
    return usual if number is None else float(number)


def _limit(fields: Fields, key: str, usual: int) -> int:
    words = f"a whole number from 0 to {_MOST_A_DAY}"
    number = _number(fields, key, lambda value: value % 1 == 0 and 0 <= value <= _MOST_A_DAY, words)
    return usual if number is None else int(number)


def _number(fields: Fields, key: str, is_right: Callable[[Decimal], bool], words: str) -> Decimal | None:
    node = fields.node(key)
    if node is None:
        return None
    number = node.number if isinstance(node, Scalar) else None
    if number is None or not is_right(number):
        fields.add(node.place, Code.BAD_VALUE, f"`{key}` is {words}")
        return None
    return number


def _steps(fields: Fields, key: str, usual: tuple[timedelta, ...]) -> tuple[timedelta, ...]:
    """Read waiting times such as `1m 10m`, ascending and below a day each; `none` is none."""
    text = fields.text(key)
    if text is None:
        return usual
    if text == "none":
        return ()
    found = [_STEP.fullmatch(word) for word in text.split()]
    steps = [timedelta(**{_UNITS[one[2]]: int(one[1])}) for one in found if one]
    is_right = bool(steps) and len(steps) == len(found) and steps == sorted(steps) and all(steps)
    if not is_right or steps[-1] > timedelta(days=1):
        words = "ascending times of at most a day, such as `1m 10m`, or `none`"
        fields.add(fields.place_of(key), Code.BAD_VALUE, f"`{key}` is {words}")
        return usual
    return tuple(steps)


def _turn(fields: Fields) -> time:
    text = fields.text("day-start")
    found = _CLOCK.fullmatch(text) if text is not None else None
    if text is not None and not found:
        fields.add(fields.place_of("day-start"), Code.BAD_VALUE, "`day-start` is a time such as 04:00")
    return time(int(found[1]), int(found[2])) if found else Settings().turn


def _one_of(fields: Fields, key: str, known: dict[str, bool], words: str) -> bool | None:
    text = fields.text(key)
    if text is not None and text not in known:
        fields.add(fields.place_of(key), Code.BAD_VALUE, f"`{key}` is {words}")
    return known.get(text or "")


def _decks(fields: Fields, usual: Study) -> dict[str, Study]:
    mapping = fields.mapping("decks")
    if mapping is None:
        return {}
    decks = {}
    for key, node in mapping.entries:
        if isinstance(node, Mapping):
            decks[key.text] = _study(fields.below(node, STUDY_KEYS), usual)
        else:
            fields.add(node.place, Code.BAD_VALUE, "write what is set for this deck indented below its name")
    return decks


def _key_changes(fields: Fields) -> tuple[KeyChange, ...]:
    mapping = fields.mapping("keys")
    if mapping is None:
        return ()
    changes = []
    for key, node in mapping.entries:
        if isinstance(node, Scalar) and node.text:
            changes.append(KeyChange(key.text, node.text, key.place[0]))
        else:
            fields.add(node.place, Code.BAD_VALUE, "a key is a text, such as `ctrl+t`; several have commas")
    return tuple(changes)
