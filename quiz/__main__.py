"""Lets `python -m quiz` be the command `quiz`."""

from quiz.cli import main

main()
