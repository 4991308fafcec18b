"""What is said of a test before it is sat: its terms, what was held out, and what is wanting."""

from collections.abc import Iterable

from quiz.exam.draw import Shortage
from quiz.exam.guessing import guessed_percent
from quiz.exam.paper import Paper
from quiz.exam.terms import Wish
from quiz.exam.words import figure
from quiz.text import count, one_line

_OPTIONS = {
    "questions": "--questions",
    "minutes": "--minutes",
    "pass_mark": "--pass",
    "tags": "--tag",
    "only": "--tag",
    "is_negative": "--negative",
    "asks_confidence": "--confidence",
    "tells_at_once": "--feedback now",
}
"""The option by which each part of a wish is said."""


def terms_words(paper: Paper) -> str:
    """Say what awaits the learner: `20 questions, 10 min, passed from 70 %.`"""
    terms = paper.terms
    limit = f"{figure(terms.minutes)} min" if terms.minutes else "no time limit"
    rules = [count(len(paper.questions), "question"), limit, f"passed from {figure(terms.pass_mark)} %"]
    rules += [f"only {_listed(map(_quoted, terms.only))}"] if terms.only else []
    rules += [f"at least {_quotas(paper)}"] if terms.tags else []
    rules += ["a wrong pick costs points"] if terms.is_negative else []
    rules += ["you are asked how sure you are"] if terms.asks_confidence else []
    rules += ["each verdict is told at once"] if terms.tells_at_once else []
    return f"{', '.join(rules)}."


def term_facts(paper: Paper) -> tuple[tuple[str, str], ...]:
    """Say what passes, how it is marked and told, and what the paper was drawn by; name and value."""
    terms = paper.terms
    guessed = 0.0 if terms.is_negative else guessed_percent(one.asks for one in paper.questions)
    facts = {
        "Only": _listed(map(_quoted, terms.only)),
        "At least": _quotas(paper),
        "Passed from": f"{figure(terms.pass_mark)} %",
        "Wrong picks": "cost what guessing would earn" if terms.is_negative else "",
        "Guessing": f"blindly earns about {guessed:.0f} %" if guessed else "",
        "Verdicts": "told at once" if terms.tells_at_once else "told at the end",
        "Answers": "stay once they are given" if terms.tells_at_once else "can be changed till then",
        "How sure": "is asked after each answer" if terms.asks_confidence else "",
        "Seed": paper.seed,
    }
    return tuple((name, value) for name, value in facts.items() if value)


def unused_words(paper: Paper, wish: Wish) -> tuple[str, ...]:
    """Say which options of a wish are not used, as a test that was left keeps its own terms."""
    asked = {name: getattr(wish, name) for name in _OPTIONS}
    kept = {name: getattr(paper.terms, name) for name in _OPTIONS}
    unused = dict.fromkeys(_OPTIONS[name] for name, value in asked.items() if value and value != kept[name])
    if not unused:
        return ()
    is_or_are = "is" if len(unused) == 1 else "are"
    why = "a test that was left keeps its own terms until it is given up"
    return (f"{_listed(unused)} {is_or_are} not used: {why}.",)


def gone_words(gone: int) -> str:
    """Say how many questions were taken out of a paper because their cards are there no more."""
    is_or_are = "is" if gone == 1 else "are"
    return f"{count(gone, 'question')} of this paper {is_or_are} no longer in the deck, and taken out."


def notices(paper: Paper) -> tuple[str, ...]:
    """Say what was held out of a paper or taken out of it, and what was wanting."""
    return (*_shortages(paper), *_overruled(paper), *_held_out(paper))


def _shortages(paper: Paper) -> list[str]:
    """Say what was wanting; not of all questions what the wish for a tag alone explains."""
    missing = sum(one.wanted - one.found for one in paper.shortages if one.tag)
    said = [one for one in paper.shortages if one.tag or one.wanted - one.found > missing]
    return [_shortage_words(shortage) for shortage in said]


def _shortage_words(shortage: Shortage) -> str:
    tag, found = one_line(shortage.tag or ""), shortage.found
    of_tag = f" with the tag `{tag}`" if tag else ""
    option = f"--tag {tag}={found}" if tag else f"--questions {found}"
    are = "is" if found == 1 else "are"
    few = f"There {are} {count(found, 'question')}{of_tag} to ask, not {shortage.wanted}"
    return f"{few}: write more cards{f', or ask for fewer with {option}' if found else ''}."


def _overruled(paper: Paper) -> list[str]:
    """Say where the numbers of tags and of all questions can't both be had."""
    terms, asked = paper.terms, len(paper.questions)
    wanted = count(terms.questions, "question")
    if terms.leaves_quotas:
        return [f"The deck's numbers for single tags are left out: they ask for more than {wanted}."]
    if asked > terms.questions and not terms.is_usual:
        return [f"This paper has {asked} questions: the tags ask for more than the deck's {wanted}."]
    return []


def _held_out(paper: Paper) -> list[str]:
    held = paper.held_out
    said = [gone_words(paper.gone)] if paper.gone else []
    if held.stale:
        stale = count(len(held.stale), "card", "cards")
        said.append(f"Held out: {stale} whose quote does not occur in the document; `quiz check` says where.")
    if held.suspended:
        said.append(f"Held out: {count(held.suspended, 'card')} that the author has suspended.")
    if held.problems:
        said.append(
            f"The deck has {count(held.problems, 'problem')}, and what they concern is held out: "
            "`quiz check` says where."
        )
    return said


def _quotas(paper: Paper) -> str:
    return _listed(f"{number} of {_quoted(tag)}" for tag, number in paper.terms.tags)


def _quoted(tag: str) -> str:
    return f"`{one_line(tag)}`"


def _listed(names: Iterable[str]) -> str:
    """Write names in a row: `a, b and c`."""
    *first, last = (*names,) or ("",)
    return f"{', '.join(first)} and {last}" if first else last
