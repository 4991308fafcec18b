"""Whether the files behind the open decks have changed since they were read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.collection import Collection, open_collection
from quiz.collection.watch import Watch
from quiz.errors import QuizError

Change = Callable[[Path], object]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "a.yaml").write_text(
        "deck: a\nsource: [a.txt, none.txt]\ncards:\n- {q: One?, a: Yes, quote: Words}\n"
    )
    (folder / "a.txt").write_text("Words.\n")
    return folder


def opened(progress: Path, noon, *paths: Path) -> tuple[Collection, Watch]:
    collection = open_collection(paths, progress, at=noon)
    return collection, Watch(collection)


def replace(path: Path) -> None:
    """Put another file of one size and time in the place of a file, as editors and git do."""
    found = path.stat()
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    os.utime(other, ns=(found.st_atime_ns, found.st_mtime_ns))
    other.replace(path)


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "a.yaml").write_text("deck: a\ncards:\n- {q: Other?, a: Yes}\n"),
        lambda folder: os.utime(folder / "a.yaml", ns=(1, 1)),
        lambda folder: replace(folder / "a.yaml"),
        lambda folder: (folder / "a.yaml").unlink(),
        lambda folder: (folder / "b.yml").write_text("deck: b\n"),
        lambda folder: (folder / "a.txt").write_text("Other words.\n"),
        lambda folder: (folder / "a.txt").unlink(),
        lambda folder: (folder / "none.txt").write_text("There now.\n"),
    ],
    ids=["text", "time", "inode", "gone", "appeared", "document", "document gone", "document appeared"],
)
def test_a_change_is_found_once(folder: Path, progress_file: Path, noon, change: Change):
    _, watch = opened(progress_file, noon, folder)
    assert not watch.has_changed()
    change(folder)
    assert watch.has_changed()
    watch.reload()
    assert not watch.has_changed()


def test_what_is_no_deck_and_no_document_is_not_looked_at(folder: Path, progress_file: Path, noon):
    _, watch = opened(progress_file, noon, folder)
    (folder / "notes.md").write_text("x")
    (folder / ".a.yaml.swp").write_text("x")
    assert not watch.has_changed()


def test_a_path_that_is_gone_is_told_once_and_read_when_it_is_there_again(
    folder: Path, progress_file: Path, noon
):
    collection, watch = opened(progress_file, noon, folder / "a.yaml")
    text = (folder / "a.yaml").read_text()
    (folder / "a.yaml").unlink()
    assert watch.has_changed()
    with pytest.raises(QuizError, match="can't be opened"):
        watch.reload()
    assert not watch.has_changed()
    assert len(collection.library.cards) == 1
    (folder / "a.yaml").write_text(text + "- {q: Two?, a: Yes}\n")
    assert watch.has_changed()
    watch.reload()
    assert len(collection.library.cards) == 2


def test_a_change_while_decks_are_read_is_found_at_the_next_look(
    folder: Path, progress_file: Path, noon, monkeypatch: pytest.MonkeyPatch
):
    collection, watch = opened(progress_file, noon, folder)
    reload = Collection.reload

    def slow(self: Collection) -> None:
        reload(self)
        (folder / "a.yaml").write_text("deck: a\ncards:\n- {q: Later?, a: Yes}\n")
        (folder / "b.yaml").write_text("deck: b\ncards:\n- {q: Later?, a: Yes}\n")

    monkeypatch.setattr(Collection, "reload", slow)
    watch.reload()
    monkeypatch.undo()
    assert watch.has_changed()
    watch.reload()
    assert len(collection.library.decks) == 2
