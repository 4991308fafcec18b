"""The screens in a browser: a server on this machine that gives each learner a process of their own.

Built on textual-serve, whose parts it uses where they serve: the terminal in the page, and the packets
between page and program. What it does not take over is its page, which loads a font from elsewhere, its
shell, and its open door. Only this package knows aiohttp and textual-serve (the extra `web`).
"""

from quiz.web.address import Address
from quiz.web.listening import serve

__all__ = ["Address", "serve"]
