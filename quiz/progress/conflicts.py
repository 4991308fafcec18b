"""Copies that a program which syncs folders has made of the learner's file, where two devices wrote to it.

Syncthing calls them `progress.sync-conflict-20260101-120000-ABCDEFG.json`, Dropbox
`progress (Jane's conflicted copy 2026-01-01).json` in the language of its user, Nextcloud
`progress (conflicted copy 2026-01-01 120000).json`, Seafile `progress (SFConflict ..).json`, Resilio
`progress.Conflict.json`: the name, something that says conflict, and the ending.
"""

import os
import re
import shlex
from pathlib import Path

from quiz.text import count, visible_line

_CONFLICT = re.compile(
    r"conflic|conflit|konfli[kc]|conflito|ristiriita|konflikt|конфл[иі]кт|競合|冲突|衝突|충돌|çakışan|ütköz",
    re.IGNORECASE,
)
"""Conflict, in the languages of those programs."""


def conflict_copies(target: Path) -> tuple[Path, ...]:
    """Find the conflict copies beside a file, by name."""
    try:
        with os.scandir(target.parent) as entries:
            names = [entry.name for entry in entries if _is_copy(entry.name, target) and _is_file(entry)]
    except OSError:
        return ()
    return tuple(target.with_name(name) for name in sorted(names))


def conflict_words(target: Path, copies: tuple[Path, ...]) -> str:
    """Say which command joins conflict copies with the file."""
    run = f"quiz progress merge --progress {_word(target)}"
    if len(copies) == 1:
        return f"another device's answers are in a conflict copy: run `{run} {_word(copies[0])}`"
    return f"other devices' answers are in {count(len(copies), 'conflict copy', 'conflict copies')}: run `{run}`"


def _is_copy(name: str, target: Path) -> bool:
    """Tell whether a name is a copy's: those that we set aside have another ending."""
    if not name.startswith(target.stem) or not name.endswith(target.suffix) or name == target.name:
        return False
    between = name[len(target.stem) : len(name) - len(target.suffix)]
    return between[:1] in tuple(" ._-(") and _CONFLICT.search(between) is not None


def _is_file(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)


def _word(path: Path) -> str:
    return visible_line(shlex.quote(str(path)))
