"""The screens: the only part of the program that knows textual."""

from quiz.tui.app import run_home, run_review, run_test

__all__ = ["run_home", "run_review", "run_test"]
