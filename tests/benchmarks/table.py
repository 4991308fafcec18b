"""The table: what was measured beside what, at which size, and whether it keeps its figure."""

from dataclasses import dataclass

from tests.benchmarks.material import Size


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement."""

    what: str
    size: Size | None
    measured: float
    beside: str
    """The floor or the peer."""
    floor: float
    most: float | None
    """What the measured may be at most: of the floor, or more than the floor where both are sizes; None
    where nothing is promised."""
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """How many times the floor was measured, or how much more."""
        return self.measured - self.floor if self.unit == "MiB" else self.measured / self.floor

    @property
    def is_kept(self) -> bool:
        """Whether the figure is reached."""
        return self.most is None or self.ratio <= self.most


def head() -> str:
    """Write the head of the table in Markdown."""
    titles = "| what | cards | events | measured | beside | | ratio | at most | kept |"
    return f"{titles}\n|---|--:|--:|--:|---|--:|--:|--:|---|"


def line(row: Row) -> str:
    """Write one row in Markdown."""
    cards, events = (f"{row.size.cards:,}", f"{row.size.events:,}") if row.size else ("", "")
    sign = "+ " if row.unit == "MiB" else "× "
    cells = (
        row.what,
        cards,
        events,
        f"{row.measured:,.{_digits(row.measured)}f} {row.unit}",
        row.beside,
        f"{row.floor:,.{_digits(row.floor)}f} {row.unit}",
        f"{sign}{row.ratio:.3g}",
        "" if row.most is None else f"{sign}{row.most:g}",
        "" if row.most is None else "yes" if row.is_kept else "no",
    )
    return f"| {' | '.join(cells)} |"


def _digits(value: float) -> int:
    return 0 if value >= 100 else 1 if value >= 1 else 3
