"""Who may come in: who has the link, once; then who has the cookie that it was exchanged for."""

from collections.abc import Callable
from secrets import compare_digest


class Gate:
    """The link in force, and the sessions that earlier links were exchanged for."""

    def __init__(self, draw: Callable[[], str]) -> None:
        """Open no session yet; `draw` draws a secret that nobody can guess."""
        self._draw = draw
        self._sessions: set[str] = set()
        self.token = draw()
        """What the link in force carries; it works once."""

    def exchange(self, token: str) -> str | None:
        """Take the link's token for a session and put a new one in force; None if it is not that token."""
        if not _is_same(token, self.token):
            return None
        self.token = self._draw()
        session = self._draw()
        self._sessions.add(session)
        return session

    def knows(self, session: str) -> bool:
        """Tell whether a session was begun here."""
        return any([_is_same(session, known) for known in self._sessions])


def _is_same(given: str, kept: str) -> bool:
    """Compare two secrets in a time that tells nothing about them."""
    return compare_digest(given.encode(errors="replace"), kept.encode())
