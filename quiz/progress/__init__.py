"""The learner's file: one JSON file, one event a line, only ever appended to.

`ProgressFile` is its one writer; `History` is what the events mean. What they mean does not depend on
the order of the lines, so that two files can always be joined.
"""

from quiz.progress.conflicts import conflict_copies, conflict_offers
from quiz.progress.event import (
    Bury,
    Claim,
    Confidence,
    Event,
    ExamAnswer,
    ExamEvent,
    ExamItem,
    ExamResult,
    ExamSchedule,
    Flag,
    Given,
    Join,
    NoteText,
    PaperOut,
    Reset,
    Review,
    Suspend,
    TagPoints,
    Undo,
)
from quiz.progress.exams import Exams
from quiz.progress.file import ProgressFile
from quiz.progress.history import CardState, History
from quiz.progress.identity import new_id
from quiz.progress.kept import open_history
from quiz.progress.lines import Line
from quiz.progress.place import progress_path
from quiz.progress.resumable import ResumableFile

__all__ = [
    "Bury",
    "CardState",
    "Claim",
    "Confidence",
    "Event",
    "ExamAnswer",
    "ExamEvent",
    "ExamItem",
    "ExamResult",
    "ExamSchedule",
    "Exams",
    "Flag",
    "Given",
    "History",
    "Join",
    "Line",
    "NoteText",
    "PaperOut",
    "ProgressFile",
    "Reset",
    "ResumableFile",
    "Review",
    "Suspend",
    "TagPoints",
    "Undo",
    "conflict_copies",
    "conflict_offers",
    "new_id",
    "open_history",
    "progress_path",
]
