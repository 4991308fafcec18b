"""Opens decks, documents and progress, and records events; nothing else."""

from quiz.collection.bundle import default_paths
from quiz.collection.collection import Collection, open_collection
from quiz.collection.library import Library, open_library

__all__ = ["Collection", "Library", "default_paths", "open_collection", "open_library"]
