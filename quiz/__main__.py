"""Lets `python -m quiz` be the command `quiz`."""

from quiz.start import main

main()
