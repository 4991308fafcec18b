"""The screens: the only part of the program that knows textual."""

from quiz.tui.app import run_home, run_review, run_test
from quiz.tui.exam_course import Plan

__all__ = ["Plan", "run_home", "run_review", "run_test"]
