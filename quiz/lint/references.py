"""Rules about what a question refers to: things that it does not name, times that it does not date.

Both know English words, and speak only where the deck's language is English. What stands in quotation
marks is spoken about and never taken for the question's own words.
"""

import re

from quiz.card import Choice, ClozeText, Match, Note, Order, TrueFalse
from quiz.lint.english import ASKING, DOES
from quiz.lint.finding import shown
from quiz.lint.notes import answer_place, question_of, question_place, right_answers
from quiz.lint.rule import Found, NoteRule, Subject, is_english
from quiz.lint.sources import MATUSCHAK, WOZNIAK
from quiz.lint.words import spoken

_IS = "is|are|was|were"
_MADE = (
    r"\w+ed|made|built|held|found|known|written|taken|given|born|lost|won|sent|sold|put|set|cut|drawn|begun|"
    "broken|chosen|shown|thrown|led|kept|left|paid|said|read|done|seen|worn|spoken"
)
_MEETS_SOURCE = (
    "act|acts|agreement|article|book|case|chapter|code|constitution|contract|convention|course|deck|decree|"
    "directive|document|guide|law|leaflet|letter|manual|novel|paper|poem|policy|press|protocol|regulation|"
    "release|report|set|speech|standard|statute|story|text|treaty|version"
)
"""What a deck may call the document that it is made from."""

_UP_TO_VERB = (
    rf"^(?:(?:in|on|at|by|to|for|from|with) )?(?:(?:{ASKING})(?: (?:many|much|long|often|far|old))?|"
    r"(?:which|what) (?!(?:time|day|date|year)\b)[\w-]+)"
)
"""A question up to its verb, with nothing in it that a pronoun could mean."""
_BARE = (
    re.compile(rf"{_UP_TO_VERB} (?:{_IS}) (?P<said>it|he|she|they)(?=\?| (?:{_MADE})\b)"),
    re.compile(rf"{_UP_TO_VERB} (?!(?:{_IS})\b)(?:{DOES}) (?P<said>it|he|she|they)(?= \w)"),
    re.compile(r"^(?:who|what|why) \w+ (?P<said>it|him|her|them)(?=\?)"),
    re.compile(
        rf"(?:{_UP_TO_VERB} (?:{DOES})|^who \w+) (?P<said>this|these)"
        r"(?=\?| (?:mean|imply|show|do|say|happen)\b)"
    ),
    re.compile(
        rf"(?:{_UP_TO_VERB} (?:{DOES})|^who (?!(?:{DOES})\b)\w+) "
        rf"(?P<said>(?:this|these) (?!(?:{_MEETS_SOURCE})s?\b|(?:day|year|week|month|time)s?\b)\w+)"
    ),
    re.compile(rf"{_UP_TO_VERB} (?:{DOES}) (?P<said>the (?:former|latter))(?=\?|,| (?:called|named|of)\b)"),
)
_BARE_STATEMENT = re.compile(rf"^(?P<said>it|he|she|they|this) (?:also |only |later )?(?:{DOES}|\w+ed)\b")
_SHOWN_BEHIND = re.compile(r"\b(?:to|that|who|if|when|whether|like|for)\b|:|=|→|->|\"")
"""What follows where `it` stands for a clause, `this` for what is shown behind it."""
_PEOPLE = re.compile(r"\bthey (?:call|say|speak|use|mean)\b")
_HELIUM = re.compile(r"\b(?:helium|gas|element|symbol|atomic|noble)\b")
_ABOVE = re.compile(
    r"\b(?:the above(?!-| average)|as mentioned above|above-?mentioned|aforementioned|the aforesaid)\b"
)
_FOLLOWING = re.compile(
    r"\bthe following\b(?! (?:day|night|morning|evening|week|month|year|spring|summer|autumn|winter|century|"
    r"decade|season|period)s?\b)"
)
_SENTENCE_END = re.compile(r"[.!?:]\s")

_PERIOD = "(?:year|month|week|century|decade|spring|summer|autumn|winter|night)"
_FEW = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|a few|\d{1,2})"
_MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)"
)
_RELATIVE = re.compile(
    r"\b(?:yesterday|tomorrow|tonight|nowadays|currently|recently(?! than)|at present|right now|these days|"
    r"at the moment(?=\?|\.|,|$)|"
    rf"(?<!the )(?<!his )(?<!her )(?<!its )(?<!their )(?<!every )(?:last|next) {_PERIOD}"
    r"(?! of| in| before| after)|"
    r"(?<!in )(?<!of )this (?:year|month|week|spring|summer|autumn|winter)(?! of)|"
    rf"(?<=is )now(?=\?| the| a)|{_FEW} (?:day|week|month|year)s? ago)\b"
)
_TODAY = re.compile(r"^(?:who|whose)\b[^?]*\btoday(?=\?)")
"""People hold an office today; what exists, or is called so, today mostly does so tomorrow."""
_DATED = re.compile(
    rf"\b(?:1\d{{3}}|20\d\d|\d{{1,4}} (?:bce?|ad|ce)|"
    rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}|{_MONTH} \d{{1,2}}|"
    r"\w+(?:st|nd|rd|th) century)\b"
)


def _dangling(note: Note, subject: Subject) -> Found:
    if not is_english(subject):
        return
    question = spoken(question_of(note))
    is_statement = isinstance(note.asks, TrueFalse | ClozeText)
    said = _subject_left_out(question) if is_statement else _left_out(note, question)
    if said:
        words = f"{shown(said)} refers to nothing in the question: write what is meant, a card stands alone"
        yield question_place(note), words


def _left_out(note: Note, question: str) -> str | None:
    """Find the words that refer to something which the question does not name."""
    above = _ABOVE.search(question)
    if above and not _SENTENCE_END.search(question, 0, above.start()):
        return above.group()
    has_items = isinstance(note.asks, Choice | Order | Match)
    following = None if has_items else _FOLLOWING.search(question)
    if following and ":" not in question[following.end() :]:
        return following.group()
    found = next(filter(None, (pattern.search(question) for pattern in _BARE)), None)
    if not found or (has_items and found["said"].startswith("these")) or _is_else(question, found):
        return None
    return found["said"]


def _subject_left_out(statement: str) -> str | None:
    found = _BARE_STATEMENT.search(statement)
    if not found or _HELIUM.search(statement) or (found["said"] == "it" and _is_else(statement, found)):
        return None
    return found["said"]


def _is_else(question: str, found: re.Match[str]) -> bool:
    """Tell whether a word stands for a clause, for people, or for what is shown behind it."""
    return bool(_SHOWN_BEHIND.search(question, found.end()) or _PEOPLE.search(question))


def _relative_time(note: Note, subject: Subject) -> Found:
    if not is_english(subject):
        return
    question = spoken(question_of(note))
    if _DATED.search(question):
        return
    answers = () if isinstance(note.asks, ClozeText) else right_answers(note)
    texts = [(question_place(note), question), *((answer_place(note), spoken(answer)) for answer in answers)]
    for place, text in texts:
        found = _RELATIVE.search(text)
        said = found.group() if found else "today" if _TODAY.search(text) else None
        if said and not _DATED.search(text):
            yield place, f"{shown(said)} has no date to count from: give the year or the date"
            return


RULES: tuple[NoteRule, ...] = (
    NoteRule(
        code="dangling-reference",
        claim="All that a question refers to stands in the question.",
        why=(
            "Cards are asked alone and in any order: months later nobody knows what `it` was. Looked for in "
            "English, where a pronoun, `this THING` or `the above` comes before anything that it could mean."
        ),
        cure="Write the name of the thing in the place of the word that refers to it.",
        source=f"{MATUSCHAK}: prompts should be precise",
        look=_dangling,
    ),
    NoteRule(
        code="relative-time",
        claim="A time is counted from a date that the question gives.",
        why=(
            "`Last year` and `currently` change their meaning while the card is learnt. Looked for in "
            "English, where neither a year nor a date stands in the question; quoted words pass."
        ),
        cure="Give the date or the year; words that are what is asked about belong in quotation marks.",
        source=f"{WOZNIAK}, rule 19: provide date stamping",
        look=_relative_time,
    ),
)
