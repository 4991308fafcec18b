"""What a code of `quiz check` means: `--explain CODE`."""

from textwrap import TextWrapper

from quiz.deck import Code, Severity
from quiz.deck.explained import EXPLAINED
from quiz.errors import QuizError
from quiz.lint import RULES
from quiz.text import nearest, visible_line

_WIDTH = 79
_LABEL = 9
"""Columns of a label and the blanks behind it."""
_RULES = {rule.code: rule for rule in RULES}


def explanation(code: str) -> str:
    """Write what a code means, why it matters, how to mend it and where it was learnt.

    Raises QuizError for a code that is none, with the nearest.
    """
    about = explained(code)
    kind = "problem" if about["severity"] == Severity.ERROR else "finding"
    parts = {label: about[label] for label in ("why", "cure", "example", "source")}
    return _written(f"{code}: a {kind}", about["meaning"] or "", parts)


def explained(code: str) -> dict[str, str | None]:
    """Return the same by stable keys; None for what there is not.

    Raises QuizError as `explanation` does.
    """
    if code in _RULES:
        rule = _RULES[code]
        parts = {"why": rule.why, "cure": rule.cure, "example": rule.example, "source": rule.source}
        about = {"code": code, "severity": Severity.WARNING, "meaning": rule.claim, **parts}
    elif code in list(Code):
        meaning, cure = EXPLAINED[Code(code)].meaning, EXPLAINED[Code(code)].cure
        about = {"code": code, "severity": Severity.ERROR, "meaning": meaning, "cure": cure}
    else:
        raise _no_code(code)
    keys = ("code", "severity", "meaning", "why", "cure", "example", "source")
    return {key: about.get(key) or None for key in keys}


def _no_code(code: str) -> QuizError:
    codes = (*_RULES, *Code)
    meant = nearest(code, codes)
    hint = f"did you mean `{meant}`?" if meant else "the codes are " + ", ".join(codes)
    return QuizError(f"no code `{visible_line(code[:60])}`: {hint}")


def _written(heading: str, claim: str, parts: dict[str, str | None]) -> str:
    plain = TextWrapper(_WIDTH, break_on_hyphens=False, break_long_words=False)
    lines = [heading, *plain.wrap(claim), ""]
    for label, words in parts.items():
        if words:
            plain.initial_indent, plain.subsequent_indent = label.ljust(_LABEL), " " * _LABEL
            lines += plain.wrap(words)
    return "\n".join(lines)
