"""Full stops that end a word and no sentence: abbreviations, initials, numbers.

English first, with what is usual in German, French and Dutch. Where it can't be told, as after `Plan B.`, the
sentence goes on: two sentences taken for one do less harm than a name cut in two.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ALWAYS = _words(
    "mr mrs ms mx messrs dr drs prof st ste rev hon gen col capt lt sgt maj gov sen pres mgr mme mlle MM hr "
    "fr frl dipl ing ir dhr mevr mw sra srta e.g i.e cf ca vs v viz approx bzw vgl sog z.b d.h u.a u.u ggf "
    "evtl inkl zzgl p.ex bijv o.a"
)
"""Words behind which a sentence always goes on; capitals where only those are meant."""
_BEFORE_NUMBER = _words(
    "no nos nr nrs art arts sec secs fig figs vol vols ch chap para paras par pp abs ziff rn rz cap kap eq "
    "tab bd ref lit jan feb mar apr jun jul aug sep sept oct okt nov dec dez mon tue wed thu fri sat sun"
)
"""Words behind which a sentence goes on before a number or a small letter."""
_BEFORE_SMALL = _words(
    "etc usw al jr sr inc ltd corp co dept est max min incl excl ff resp ed eds env tel zw enz"
)
"""Words behind which a sentence goes on before a small letter or a digit."""
_AMOUNTS = _words("tsd mio mrd mln mld")
"""Thousands, millions and milliards: behind these a sentence goes on with what they count."""
_BEGINNINGS = _words(
    "The This That These Those There It Its They Their We Our You He She His But And In On At As If When "
    "While After Before Since For From By With However Last Next Many Some All Both Each Such Today"
)
"""Words that begin a sentence more often than they are part of a name."""
_BEGINNINGS_ABROAD = _words(
    "Der Die Das Den Dem Ein Eine Einen Es Er Sie Wir Ich Im Am An Auf Aus Bei Bis Mit Nach Von Vor Für Zu "
    "Zum Zur Dies Diese Dieser Dieses Damit Dafür Davon Dazu Doch Aber Und Auch Als Wenn Zudem Insgesamt So "
    "De Het Een Dat Dit Deze Ze Zij Hij We Wij Er Voor Van Maar En Ook "
    "Le La Les Un Une Des Du Il Elle Ils Elles On Ce Cette Ces Cela Dans Pour Avec Mais Et"
)
"""The same in German, Dutch and French, where none of them is what is counted."""
_MONTHS = _words("Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember")
"""What may follow a day that is written with a full stop."""

_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_NUMBER = re.compile(r"[\d§]|[IVXLCDM]{2,}\b|[VXLC]\b|[A-Z][.\-\d]")
_INITIAL = re.compile(r"[^\W\d_]\.")
_LETTERS = re.compile(r"[^\W\d_]*")


def is_abbreviated(word: str, following: str) -> bool:
    """Tell whether the full stop behind a word is the word's own, from what follows it."""
    key = word.casefold()
    small_or_digit = following[:1].islower() or following[:1].isdigit()
    if word in _ALWAYS or key in _ALWAYS:
        return True
    if key in _BEFORE_NUMBER:
        return small_or_digit or bool(_NUMBER.match(following))
    if key in _BEFORE_SMALL:
        return small_or_digit
    if key in _AMOUNTS:
        return _first_word(following) not in _BEGINNINGS | _BEGINNINGS_ABROAD
    if word.isdigit():
        return len(word) <= 2 and (following[:1].islower() or _first_word(following) in _MONTHS)
    return _is_initials(word, following, small_or_digit=small_or_digit)


def _is_initials(word: str, following: str, *, small_or_digit: bool) -> bool:
    """Tell it for letters: `J. Smith`, `U.S. troops`, `z. B.`; not `U.S. The`."""
    if _DOTTED.fullmatch(word):
        return _first_word(following) not in _BEGINNINGS
    if len(word) > 1 or not word.isalpha():
        return False
    if word.islower():
        return small_or_digit or bool(_INITIAL.match(following))
    return _first_word(following) not in _BEGINNINGS


def _first_word(text: str) -> str:
    found = _LETTERS.match(text)
    return found[0] if found else ""
