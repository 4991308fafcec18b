"""`quiz progress`: the learner's file, examined, joined, written out, and brought back.

Each of its commands is a module of this package, named as it is typed.
"""

from importlib import import_module

from quiz.cli.verbs import Verbs

VERBS = ("path", "check", "merge", "export", "restore", "init-git", "merge-driver")
"""The commands, in the order of the help."""

command = Verbs(
    "Your progress file.",
    {verb: import_module(f"{__name__}.{verb.replace('-', '_')}").command for verb in VERBS},
)
