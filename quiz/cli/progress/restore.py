"""`quiz progress restore`: the backups, and how one comes back."""

import sys
from pathlib import Path

import click

from quiz.cli.options import chosen_places, json_option, progress_option
from quiz.cli.options import command as a_command
from quiz.cli.output import ask, say, say_json, tell
from quiz.clock import now
from quiz.errors import QuizError
from quiz.progress.backups import DAYS, MONTHS, WEEKS, Backup, backups, chosen_backup
from quiz.progress.failures import words_about
from quiz.progress.restoring import restore
from quiz.text import count, visible_line


@a_command(
    f"List the backups of your progress, or bring one back.\n\nOne is made at the first save of a study day; "
    f"the last {DAYS} days, {WEEKS} weeks and {MONTHS} months are kept. WHICH is a listed day, or `latest`. "
    "The present file is set aside beside it: to have what both hold, merge it afterwards."
)
@click.argument("which", required=False)
@click.option("--yes", is_flag=True, help="Don't ask, though the backup has fewer events.")
@json_option
@progress_option
def command(which: str | None, progress: Path | None, *, yes: bool, as_json: bool) -> int:
    """List backups, or restore one."""
    path = chosen_places((), progress).progress
    with words_about(path, "its backups can't be read"):
        known = backups(path)
        if which is None:
            _print(known, as_json=as_json)
            return 0
        backup = chosen_backup(known, which)
    restored = restore(path, backup, now(), agrees=lambda lacking: yes or _agrees(lacking))
    if restored is None:
        say("Nothing was changed.")
        return 0
    say(f"{visible_line(str(path))}: restored from {backup.day}, {count(restored.events, 'event')}")
    if restored.damaged:
        tell(f"{count(restored.damaged, 'damaged line')} of the backup left out; it stays as it is")
    if restored.aside:
        say(f"what was there is set aside as {visible_line(restored.aside.name)}")
    return 0


def _print(known: tuple[Backup, ...], *, as_json: bool) -> None:
    rows = [(backup, backup.events, backup.size) for backup in known]
    if as_json:
        say_json([
            {"day": backup.day.isoformat(), "path": str(backup.path), "events": events, "bytes": size}
            for backup, events, size in rows
        ])  # fmt: skip
        return
    for backup, events, size in rows:
        say(f"{backup.day}  {count(events, 'event'):>16}  {size / 1024:>10,.0f} KiB")
    if not rows:
        say("There is no backup yet: one is made at the first save of a study day, of what was there before.")


def _agrees(lacking: int) -> bool:
    fewer = f"that backup lacks {count(lacking, 'event')} of the present file, which would be set aside"
    if not sys.stdin.isatty():
        raise QuizError(f"{fewer}: add --yes if you want that")
    ask(f"{fewer[0].upper()}{fewer[1:]}. Restore it? [y/N] ")
    return sys.stdin.readline().strip().lower() in ("y", "yes")
