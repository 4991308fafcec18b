"""What a line of the line mode answers."""

from quiz.card import Answer, Card, Choice, List, Match, Number, Order, TrueFalse, Typed
from quiz.card.grading import named_items

_LETTERS = {"t": "1", "true": "1", "f": "2", "false": "2"}
_NO_LETTER = "“{}” is no letter of quiz. Enter shows the answer, `?` lists the letters."
_NONE = 0
"""The number of no partner."""


def answer_of(card: Card, shown: tuple[str, ...], line: str) -> Answer:
    """Read a line as the answer to a card, of which `shown` is what could be picked, numbered from 1.

    Raises ValueError, in the user's words, where it can't be read.
    """
    match card.asks:
        case List() as asks:
            return names_of(asks, line)
        case TrueFalse():
            return _judged(shown, line)
        case Choice(is_several=is_several):
            return _picked(shown, line, is_several=is_several)
        case Order():
            return _placed(shown, line)
        case Match(pairs=pairs):
            return _paired(shown, line, len(pairs))
        case Typed() | Number():
            return line
        case _ if line:
            raise ValueError(_NO_LETTER.format(line))
        case _:
            return None


def names_of(asks: List, line: str) -> tuple[str, ...]:
    """Read the names of a line; a semicolon separates several, unless it belongs to an item."""
    if named_items(asks, (line,)):
        return (line,)
    return tuple(name.strip() for name in line.split(";") if name.strip())


def _judged(shown: tuple[str, ...], line: str) -> frozenset[str]:
    try:
        return _picked(shown, _LETTERS.get(line.lower(), line), is_several=False)
    except ValueError as error:
        raise ValueError("Type 1 or 2, t or f.") from error


def _picked(shown: tuple[str, ...], line: str, *, is_several: bool) -> frozenset[str]:
    numbers = _numbers(line)
    if numbers is None or not set(numbers) <= _range(shown) or (len(set(numbers)) > 1 and not is_several):
        wanted = "the numbers of all that apply, such as 1 3" if is_several else "one number"
        raise ValueError(f"Type {wanted}, from 1 to {len(shown)}.")
    return frozenset(shown[number - 1] for number in numbers)


def _placed(shown: tuple[str, ...], line: str) -> tuple[str, ...]:
    numbers = _numbers(line)
    if numbers is None or not set(numbers) <= _range(shown) or len(set(numbers)) < len(numbers):
        raise ValueError(f"Type the numbers from 1 to {len(shown)} in the right order, each once.")
    return tuple(shown[number - 1] for number in numbers)


def _paired(shown: tuple[str, ...], line: str, size: int) -> tuple[str, ...]:
    numbers = _numbers(line)
    if numbers is None or not set(numbers) <= {_NONE, *_range(shown)} or len(numbers) not in (0, size):
        raise ValueError(
            f"Type {size} numbers, one for each line in turn, from 1 to {len(shown)} or 0 for none."
        )
    return tuple("" if number == _NONE else shown[number - 1] for number in numbers)


def _range(shown: tuple[str, ...]) -> set[int]:
    return set(range(1, len(shown) + 1))


def _numbers(line: str) -> list[int] | None:
    """Read the numbers of a line, separated by blanks or commas; None where it holds something else."""
    words = line.replace(",", " ").split()
    is_number = all(word.isdecimal() and len(word) < 4 for word in words)
    return [int(word) for word in words] if is_number else None
