"""How sure a score is: the interval that holds the true share in 95 of 100 tests.

Wilson's interval (E. B. Wilson, Probable inference, the law of succession, and statistical inference, 1927),
which keeps within 0 and 1 and is honest with few questions.
"""

from math import sqrt

_Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""


def wilson(points: float, questions: int) -> tuple[float, float]:
    """Return the interval for a share of points from questions, each 0 to 1; all of it without questions."""
    if not questions:
        return 0.0, 1.0
    share = min(1.0, max(0.0, points / questions))
    square = _Z * _Z / questions
    middle = (share + square / 2) / (1 + square)
    reach = _Z * sqrt(share * (1 - share) / questions + square / (4 * questions)) / (1 + square)
    return max(0.0, min(share, middle - reach)), min(1.0, max(share, middle + reach))
