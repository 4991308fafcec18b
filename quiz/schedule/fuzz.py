"""A small seeded fuzz, so that the interval on the button is the interval that happens.

The spread grows with the interval as in Anki: 15 % of what lies between 2.5 and 7 days, 10 % up to 20
days, 5 % beyond, and one day. The library's own fuzz is unseeded, and a log could not be replayed.
"""

from quiz.chance import fraction

_SMALLEST = 3
_BANDS = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, float("inf"), 0.05))


def fuzzed(days: int, *, card: str, number: int, maximum: int) -> int:
    """Spread an interval of whole days by the card and the number of its review.

    One card and number give one draw, so a better rating never gets the shorter interval.
    """
    if days < _SMALLEST:
        return days
    spread = 1 + sum(share * max(0.0, min(days, end) - start) for start, end, share in _BANDS)
    shortest = max(2, round(days - spread))
    longest = min(maximum, round(days + spread))
    return min(longest, shortest + int(fraction(f"fuzz {card} {number}") * (longest - shortest + 1)))
