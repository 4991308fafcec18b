"""What a code of `quiz check` means: `--explain CODE`, and the table of all codes."""

from textwrap import TextWrapper

from quiz.deck import Code
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
    if code in _RULES:
        rule = _RULES[code]
        parts = {"why": rule.why, "cure": rule.cure, "example": rule.example, "source": rule.source}
        return _written(f"{code}: a finding", rule.claim, parts)
    if code in list(Code):
        explained = EXPLAINED[Code(code)]
        return _written(f"{code}: a problem", explained.meaning, {"cure": explained.cure})
    codes = (*_RULES, *Code)
    meant = nearest(code, codes)
    hint = f"did you mean `{meant}`?" if meant else "the codes are " + ", ".join(codes)
    raise QuizError(f"no code `{visible_line(code[:60])}`: {hint}")


def codes_table() -> str:
    """Write all codes as a table in Markdown: findings first, then problems."""
    findings = [(rule.code, "finding", rule.claim) for rule in RULES]
    problems = [(code.value, "problem", EXPLAINED[code].meaning) for code in Code]
    rows = [("code", "is a", "what should hold, or what is wrong"), ("---", "---", "---")]
    rows += [(f"`{code}`", kind, words) for code, kind, words in (*findings, *problems)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _written(heading: str, claim: str, parts: dict[str, str]) -> str:
    plain = TextWrapper(_WIDTH, break_on_hyphens=False, break_long_words=False)
    lines = [heading, *plain.wrap(claim), ""]
    for label, words in parts.items():
        if words:
            plain.initial_indent, plain.subsequent_indent = label.ljust(_LABEL), " " * _LABEL
            lines += plain.wrap(words)
    return "\n".join(lines)
