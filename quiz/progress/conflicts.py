"""Copies that a program which syncs folders has made of the learner's file, where two devices wrote to it.

Syncthing calls them `progress.sync-conflict-20260101-120000-ABCDEFG.json`, Dropbox
`progress (Jane's conflicted copy 2026-01-01).json` in the language of its user, Nextcloud
`progress (conflicted copy 2026-01-01 120000).json`, Seafile `progress (SFConflict ..).json`, Resilio
`progress.Conflict.json`: the name, something that says conflict, and the ending.
"""

import os
import re
from pathlib import Path

from quiz.text import count, visible_line

_CONFLICT = (
    r"conflic|conflit|konfli[kc]|conflito|ristiriita|konflikt|конфл[иі]кт|競合|冲突|衝突|충돌|çakışan|ütköz"
)
"""Conflict, in the languages of those programs."""


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """Find the conflict copies beside a file, by name."""
    target = Path(os.path.realpath(path))
    try:
        with os.scandir(target.parent) as entries:
            names = [entry.name for entry in entries if _is_copy(entry.name, target) and _is_file(entry)]
    except OSError:
        return ()
    return tuple(target.with_name(name) for name in sorted(names))


def conflict_offers(path: Path) -> list[str]:
    """Say which command joins the conflict copies of a file with it, where there are some."""
    copies = conflict_copies(path)
    if not copies:
        return []
    from shlex import quote  # only here, since every command asks for copies

    found = count(len(copies), "conflict copy", "conflict copies")
    run = f"quiz progress merge --conflicts --progress {quote(str(path))}"
    return [f"{found} of your progress: run `{visible_line(run)}`"]


def _is_copy(name: str, target: Path) -> bool:
    """Tell whether a name is a copy's: those that we set aside have another ending."""
    if not name.startswith(target.stem) or not name.endswith(target.suffix) or name == target.name:
        return False
    between = name[len(target.stem) : len(name) - len(target.suffix)]
    return between[:1] in tuple(" ._-(") and bool(re.search(_CONFLICT, between, re.IGNORECASE))


def _is_file(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False)
