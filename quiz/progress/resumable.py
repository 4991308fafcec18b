"""A progress file that can be gone on from where it stood once, without reading what it held then."""

from quiz.progress.failures import words_about
from quiz.progress.file import REMEMBERED, ProgressFile
from quiz.progress.lines import Line
from quiz.progress.stand import Stand, is_still, last_bytes, stand_of


class ResumableFile(ProgressFile):
    """A progress file of which it is known how far it was read."""

    def stand(self) -> Stand | None:
        """Tell how far the file was read; None where it is not open, or was mended."""
        return stand_of(self._file, self._end, self._count) if self._file and self._end else None

    def resume(self, stand: Stand) -> tuple[Line, ...] | None:
        """Go on from where the file stood once; return the lines behind, or None where it must be loaded.

        Raises QuizError, naming the file, where it can't be read.
        """
        with words_about(self.path, "can't be read"):
            if not self._open(create=False):
                return None
            with self._turn() as is_ours:
                if not is_ours or self._file is None or not is_still(self._file, stand):
                    return None
                self._end, self._count = stand.end, stand.count
                self._before_end = last_bytes(self._file, stand.end, REMEMBERED)
                return self._news()
