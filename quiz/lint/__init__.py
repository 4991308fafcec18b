"""Advice: what could be better about questions that are right.

A finding never stops anything; a rule that cries wolf is worse than none. Every rule says why it is there,
how to mend what it finds, and where it was learnt. Deterministic, and offline.
"""

from quiz.lint.finding import Finding
from quiz.lint.linter import lint
from quiz.lint.rule import Rule
from quiz.lint.rules import RULES

__all__ = ["RULES", "Finding", "Rule", "lint"]
