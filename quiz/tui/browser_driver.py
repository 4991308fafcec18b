"""What drives the screens in a browser: textual's driver for the web, and an end where nobody watches."""

import signal

from textual.drivers.web_driver import WebDriver

GONE = getattr(signal, "SIGHUP", signal.SIGTERM)
"""What a terminal that was closed sends, too: the screens save what they hold, and leave."""


class BrowserDriver(WebDriver):
    """Leaves when its input ends: the tab has gone, or the server."""

    def run_input_thread(self) -> None:
        """Take in keys and the mouse until the program ends, or its input does."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            signal.raise_signal(GONE)
