"""What all tests share: the `--whole` option, decks and progress files of their own."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "quiz", deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)
settings.load_profile("quiz")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--whole", action="store_true", help="run long campaigns whole, not a twentieth")
    parser.addoption("--repaint", action="store_true", help="write the text pictures of the screens anew")


@pytest.fixture(scope="session")
def campaign(request: pytest.FixtureRequest):
    """Scale a campaign: all of it with --whole, else a twentieth."""

    def scaled(whole: int) -> int:
        return whole if request.config.getoption("--whole") else max(1, whole // 20)

    return scaled


@pytest.fixture(autouse=True)
def _own_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the progress, the home folder and the time zone of who runs it."""
    for name in ("NO_COLOR", "TEXTUAL_DRIVER", "VISUAL", "EDITOR", "COLUMNS", "LINES", "QUIZ_PROGRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv("QUIZ_SETTINGS", raising=False)
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("QUIZ_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("PYTHONUTF8", "1")


@pytest.fixture
def noon() -> datetime:
    """A Monday at noon, UTC."""
    return datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def progress_file(tmp_path: Path) -> Path:
    """A progress file yet to be made."""
    return tmp_path / "progress.json"
