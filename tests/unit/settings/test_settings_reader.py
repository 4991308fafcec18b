"""What a settings file may say, and each thing that is wrong in one."""

from datetime import time, timedelta
from pathlib import Path

import pytest

from quiz.settings import Settings, Study, load_settings
from quiz.settings.reader import BIGGEST, read_settings
from quiz.settings.template import TEMPLATE

FILE = Path("settings.yaml")


def read(text: str) -> Settings:
    settings, problems = read_settings(text.encode(), FILE)
    assert problems == ()
    return settings


def wrong(text: str | bytes) -> list[str]:
    _, problems = read_settings(text if isinstance(text, bytes) else text.encode(), FILE)
    return [f"{one.line}:{one.column} {one.message}" for one in problems]


def test_every_setting_is_read():
    settings = read(
        "retention: 0.85\nlearning-steps: 5m 1h\nrelearning-steps: none\nmaximum-interval: 365\nnew: 7\n"
        'reviews: 0\nday-start: "05:30"\ntheme: nord\nbuttons: 2\nhome-row: true\nkeys:\n  round.undo: z\n'
    )
    parameters = settings.study.parameters
    assert parameters.desired_retention == 0.85
    assert parameters.learning_steps == (timedelta(minutes=5), timedelta(hours=1))
    assert parameters.relearning_steps == ()
    assert parameters.maximum_interval == 365
    assert (settings.study.new, settings.study.reviews) == (7, 0)
    assert (settings.turn, settings.theme) == (time(5, 30), "nord")
    assert settings.has_two_buttons
    assert settings.has_home_row
    assert [(one.id, one.keys, one.line) for one in settings.keys] == [("round.undo", "z", 12)]


def test_a_deck_has_its_own_and_what_it_leaves_out_is_as_for_all():
    settings = read("new: 7\nretention: 0.85\ndecks:\n  law:\n    new: 3\n")
    assert settings.study_of("law").new == 3
    assert settings.study_of("law").parameters == settings.study.parameters
    assert settings.study_of("other") == settings.study


def test_nothing_said_is_the_usual():
    assert read("") == read("# nothing\n") == Settings()
    assert Settings().study == Study()


def test_a_new_file_says_the_usual_values():
    assert read(TEMPLATE) == Settings()
    spoken = "\n".join(line.removeprefix("# ") for line in TEMPLATE.splitlines()[1:])
    settings = read(spoken)
    assert settings.study == Study()
    assert settings.turn == Settings().turn
    assert settings.study_of("belgium-ecuador").new == 10
    assert not settings.has_two_buttons
    assert not settings.has_home_row


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("retention: 0.98\n", "1:12 `retention` is a number from 0.70 to 0.97"),
        ("retention: high\n", "1:12 `retention` is a number from 0.70 to 0.97"),
        ("new: 2.5\n", "1:6 `new` is a whole number from 0 to 9999"),
        ("reviews: -1\n", "1:10 `reviews` is a whole number from 0 to 9999"),
        ("new: 3\nnew: 4\n", "2:1 `new` is given twice, first on line 1: keep one"),
        ("learning-steps: 10m 1m\n", "1:17 `learning-steps` is ascending times of at most a day"),
        ("learning-steps: 2d\n", "1:17 `learning-steps` is ascending times"),
        ('relearning-steps: ""\n', "1:19 "),
        ("relearning-steps: 0m\n", "1:19 `relearning-steps` is ascending times"),
        ('day-start: "24:00"\n', "1:12 `day-start` is a time such as 04:00"),
        ("buttons: 3\n", "1:10 `buttons` is 2 (Again and Good) or 4"),
        ("home-row: yes\n", "1:11 "),
        ("retension: 0.9\n", "1:1 unknown key `retension`: did you mean `retention`?"),
        ("decks:\n  law: 3\n", "2:8 write what is set for this deck indented below its name"),
        ("decks:\n  law:\n    theme: nord\n", "3:5 unknown key `theme`"),
        ("keys:\n  round.undo: [z]\n", "2:15 a key is a text, such as `ctrl+t`; several have commas"),
        ("- new: 3\n", "1:1 settings are keys with their values, such as `retention: 0.9`"),
        ("new: [3\n", "1:6 a `[` never closed"),
        ("theme: &x nord\n", "1:8 "),
        ('theme: "no\\x1brd"\n', "1:8 a control character"),
        (b"theme: n\xff\n", "None:None not UTF-8 text: save it as UTF-8"),
        (b" " * (BIGGEST + 1), "None:None settings of more than 1 MiB"),
    ],
)
def test_what_is_wrong_has_its_place_and_its_cure(text, problem):
    (found,) = wrong(text)
    assert found.startswith(problem), found


def test_a_wrong_setting_hides_no_right_one_and_every_one_is_told():
    settings, problems = read_settings(b"new: many\nreviews: 50\nretention: 2\n", FILE)
    assert [one.line for one in problems] == [1, 3]
    assert settings.study == Study(new=20, reviews=50)


def test_what_can_not_be_read_is_a_problem_and_what_is_not_there_is_none(tmp_path: Path):
    assert load_settings(None) == load_settings(tmp_path / "none.yaml") == (Settings(), ())
    _, (problem,) = load_settings(tmp_path)
    assert problem.message == "can't be read: it is no file"
