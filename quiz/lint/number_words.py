"""Number words of French, German, Dutch and Spanish, read generously: for a text that should prove a number.

German and Dutch write a number as one word (`zwölftausend`): a word counts if it can be taken apart into
pieces that count. Words in a row make one number, and each stretch of them another (`cinq mille` is 5000, 5
and 1000), for a text may only list them.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from quiz.card.numerals import WORD

_TABLE = """
0.5 demi demie halb halbe halben halber halbes halv half halve eenhalf einhalb medio media
1.5 anderthalb anderthalbe anderhalf anderhalve
1 un une ún ein eine einem einen einer eins een één uno una
2 deux zwei zwo twee dos dós
3 trois drei drie tres trés
4 quatre vier cuatro
5 cinq fünf vijf cinco
6 six sechs zes seis séis
7 sept sieben zeven siete
8 huit acht ocho
9 neuf neun negen nueve
10 dix zehn tien diez dieci dizaine dizaines
11 onze elf once
12 douze zwölf twaalf doce douzaine douzaines dutzend dutzende dozijn docena docenas
13 treize dreizehn dertien trece
14 quatorze vierzehn veertien catorce
15 quinze fünfzehn vijftien quince quinzaine
16 seize sechzehn zestien
17 siebzehn zeventien
18 achtzehn achttien
19 neunzehn negentien
20 vingt vingts zwanzig twintig veinte veinti vingtaine
30 trente dreissig dertig treinta
40 quarante vierzig veertig cuarenta
50 cinquante fünfzig vijftig cincuenta
60 soixante sechzig zestig sesenta
70 septante siebzig zeventig setenta
80 quatrevingt quatrevingts huitante achtzig tachtig ochenta
90 nonante neunzig negentig noventa
100 cent cents hundert honderd cien ciento cientos cientas centaine centaines
200 doscientos doscientas
300 trescientos trescientas
400 cuatrocientos cuatrocientas
500 quinientos quinientas
600 seiscientos seiscientas
700 setecientos setecientas
800 ochocientos ochocientas
900 novecientos novecientas
1000 mille mil tausend tausende duizend millier milliers millar millares tsd
1000000 million millions millionen miljoen miljoenen millón millones mio mln
1000000000 milliard milliards milliarde milliarden miljard miljarden mrd mds md mia
1000000000000 billions billionen biljoen billón billones bio
"""
_VALUES = {
    word: Decimal(value) for value, *words in map(str.split, _TABLE.strip().splitlines()) for word in words
}
SCALES = {word: value for word, value in _VALUES.items() if value in (10**2, 10**3, 10**6, 10**9, 10**12)}
"""The words that multiply the number before them."""
_JOINTS = frozenset(("und", "en", "ën", "et", "y", "er", "de"))
"""What stands between the pieces of a number, or behind them: `neunziger`, `tweede`."""
_ANY_PIECE = "|".join(sorted((*_VALUES, *_JOINTS), key=len, reverse=True))
_PIECE = re.compile(rf"(?:{_ANY_PIECE})(?=(?:{_ANY_PIECE})|$)")
"""A piece with another behind it: `eineinhalb` is `ein` and `einhalb`."""
_HALF = Decimal("0.5")
_LONGEST_WORD = 60
_LONGEST_ROW = 12
"""Pieces of a number; more in a row are read as several."""


def foreign_values(text: str) -> Iterator[Decimal]:
    """List the values that the number words of a folded text may have."""
    for row in _rows(text.replace("quatre-vingt", "quatrevingt")):
        for start in range(len(row)):
            for end in range(start + 1, len(row) + 1):
                yield from _added_up(row[start:end])


def _rows(text: str) -> Iterator[list[str]]:
    """List the pieces of numbers that stand in a row."""
    row: list[str] = []
    last = 0
    for found in WORD.finditer(text):
        pieces = _pieces(found.group())
        is_next = text[last : found.start()].strip(" -") == ""
        if row and not (is_next and pieces and len(row) + len(pieces) <= _LONGEST_ROW):
            yield row
            row = []
        row += [piece for piece in pieces if piece not in _JOINTS]
        last = found.end()
    if row:
        yield row


def _pieces(word: str) -> list[str]:
    """Take a word apart into pieces of a number, or into none."""
    pieces, place = [], 0
    while place < len(word) <= _LONGEST_WORD:
        found = _PIECE.match(word, place)
        if not found:
            return []
        pieces.append(found.group())
        place = found.end()
    return pieces


def _added_up(row: list[str]) -> Iterator[Decimal]:
    """Add up pieces; a half behind a scale may be half of it: `deux millions et demi`."""
    terms: list[Decimal] = []
    for piece in row:
        value = _VALUES[piece]
        if piece in SCALES:
            smaller = sum((term for term in terms if term < value), Decimal(0))
            terms = [*(term for term in terms if term >= value), (smaller or 1) * value]
        else:
            terms.append(value)
    yield sum(terms, Decimal(0))
    for before, piece in pairwise(row):
        if piece in SCALES or _VALUES[piece] != _HALF or before not in SCALES:
            continue
        yield sum(terms, Decimal(0)) - _HALF + _HALF * SCALES[before]
