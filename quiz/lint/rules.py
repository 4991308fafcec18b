"""The one table of rules: by what they look at, then by code."""

from quiz.lint import answers, balance, choices, clozes, clues, proofs, quotes, references, stems, twins
from quiz.lint.rule import Rule

UNUSED_IGNORE = Rule(
    code="unused-ignore",
    claim="What is ignored is there to be ignored.",
    why=(
        "An ignore whose code is misspelt hides nothing, and one that has outlived its finding would hide "
        "the next one unread."
    ),
    cure="Correct the code, or remove it from `lint: {ignore: ...}`.",
    example="`lint: {ignore: {given-awy: it is no secret}}` hides nothing: write `given-away`.",
    source="ruff, RUF100 (unused-noqa); ESLint, --report-unused-disable-directives",
)
"""Looked for by the linter itself, when all other rules have looked."""

MORE_FINDINGS = Rule(
    code="more-findings",
    claim="A file has no more findings than a person reads.",
    why="Of a file that has more than 200 findings the first 200 are listed; the others are only counted.",
    cure=(
        "Mend those that are listed, or ignore a code in the whole deck with its reason, and check again: "
        "the next ones come up."
    ),
    source="the limit is quiz's own",
)
"""What the linter says when it stops listing."""

RULES: tuple[Rule, ...] = (
    *stems.RULES,
    *references.RULES,
    *answers.RULES,
    *choices.RULES,
    *clozes.RULES,
    *quotes.RULES,
    *proofs.RULES,
    *clues.RULES,
    *twins.RULES,
    *balance.RULES,
    UNUSED_IGNORE,
    MORE_FINDINGS,
)
"""All rules, those about one note first."""

BY_CODE = {rule.code: rule for rule in RULES}
