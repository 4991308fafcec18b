"""Documents: the texts that decks are made from, and the passages that prove their answers.

A true quote does not prove that a card follows from it; it only proves that the passage is there.
"""

from quiz.source.document import Document, load_document
from quiz.source.occurrence import GAP
from quiz.source.passage import Passage, joined, passage_around
from quiz.source.sentences import Span, with_lines

__all__ = ["GAP", "Document", "Passage", "Span", "joined", "load_document", "passage_around", "with_lines"]
