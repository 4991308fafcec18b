"""Numbers with units, as people type them: `56.4`, `56,4 tonnes`, `56.4 t`, `110 000 kg`, `€ 5 million`.

A small decimal reader with a closed table of units. Where a sign can mean two things (`1,234`), both
readings are given, and an answer is right if either is. An answer without a digit may have its number in
English words.
"""

import re
import unicodedata
from decimal import Decimal

from quiz.card.numerals import SCALES, read_words

_SIGNS = str.maketrans("−–’", "--'")
_QUANTITY = re.compile(
    r"(?P<lead>[+-])?\s?(?P<before>[^\d\s.,'+-][^\d\s+-]{0,2}\s?)?(?P<sign>(?(lead)|[+-]?))\s?"
    r"(?P<digits>\d[\d.,' ]*\d|\d)\s?(?P<after>[^\d\s.,'].*)?"
)
"""A number with the unit before or behind it; the sign stands before the one or the other: `-€5`, `€-5`."""
_BARE_POINT = re.compile(r"(?<![\w.,'])(?=[.,]\d)")
"""Where the nought of `.5` was left out."""
_POWERS = str.maketrans({"²": "2", "³": "3", "^": None})
_HEDGE = re.compile(r"^(?:~ ?|(?:in|on|the|about|around|roughly|approximately|circa|ca\.?) )+", re.IGNORECASE)
"""Words before a number that change nothing of it."""
_ORDINAL = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b", re.IGNORECASE)
_LONGEST = 80
"""Characters of an answer that are looked at; no honest number is longer."""

_DIGIT = re.compile(r"\d")
_MINUS = "minus "

_UNITS: dict[str, tuple[str, Decimal]] = {}
"""For each spelling its dimension and how many of the dimension's base unit it is."""


def _define(dimension: str, factor: str, spellings: str) -> None:
    _UNITS.update(dict.fromkeys(spellings.split("|"), (dimension, Decimal(factor))))


_define("mass", "1000000000", "megaton|megatons|megatonne|megatonnes")
_define("mass", "1000000", "kiloton|kilotons|kilotonne|kilotonnes")
_define("mass", "1000", "t|ton|tons|tonne|tonnes|metric ton|metric tons|tonnen|tonelada|toneladas")
_define("mass", "1", "kg|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes|kilogramm|kilogramo|kilogramos")
_define("mass", "0.001", "g|gram|grams|gramme|grammes|gramm|gramo|gramos")
_define("mass", "0.000001", "mg|milligram|milligrams|milligramme|milligrammes|milligramm|miligramos")
_define("length", "1000", "km|kilometre|kilometres|kilometer|kilometers|kilometern|kilomètre|kilomètres")
_define("length", "1000", "kilómetro|kilómetros")
_define("length", "1", "m|metre|metres|meter|meters|metern|mètre|mètres|metro|metros")
_define("length", "0.01", "cm|centimetre|centimetres|centimeter|centimeters|zentimeter|zentimetern")
_define("length", "0.01", "centimètre|centimètres|centímetro|centímetros")
_define("length", "0.001", "mm|millimetre|millimetres|millimeter|millimeters|millimetern")
_define("length", "0.001", "millimètre|millimètres|milímetro|milímetros")
_define("area", "1", "m2|square metre|square metres|square meter|square meters|quadratmeter|mètres carrés")
_define("area", "1", "vierkante meter|metros cuadrados")
_define("area", "10000", "ha|hectare|hectares|hektar|hectáreas")
_define("area", "1000000", "km2|square kilometre|square kilometres|square kilometer|square kilometers")
_define("area", "1000000", "quadratkilometer|kilomètres carrés|vierkante kilometer|kilómetros cuadrados")
_define("time", "1", "s|sec|second|seconds|sekunde|sekunden|seconde|secondes|seconden|segundo|segundos")
_define("time", "60", "min|minute|minutes|minuten|minuut|minuto|minutos")
_define("time", "3600", "h|hour|hours|stunde|stunden|heure|heures|uur|uren|hora|horas")
_define("time", "86400", "d|day|days|tag|tage|tagen|jour|jours|dag|dagen|día|días")
_define("time", "604800", "week|weeks|woche|wochen|weken|semaine|semaines|semana|semanas")
_define("time", "1209600", "fortnight|fortnights")
_define("months", "1", "month|months|monat|monate|monaten|mois|maand|maanden|meses")
_define("months", "12", "year|years|jahr|jahre|jahren|ans|année|années|jaar|jaren|año|años")
_define("months", "120", "decade|decades|jahrzehnt|jahrzehnte|jahrzehnten|décennie|décennies|década|décadas")
_define("months", "1200", "century|centuries|jahrhundert|jahrhunderte|jahrhunderten|siècle|siècles")
_define("months", "1200", "eeuw|eeuwen|siglo|siglos")
_define("volume", "1", "l|litre|litres|liter|liters|litern|litro|litros")
_define("volume", "0.001", "ml|millilitre|millilitres|milliliter|milliliters")
_define("volume", "1000", "m3|cubic metre|cubic metres|cubic meter|cubic meters|kubikmeter|mètres cubes")
_define("volume", "1000", "kubieke meter|metros cúbicos")
_define("share", "1", "%|percent|per cent|prozent|pour cent|procent|por ciento")
_define("euro", "1", "€|eur|euro|euros")
_define("dollar", "1", "$|usd|dollar|dollars|dólares")
_define("pound", "1", "£|gbp|pounds sterling")
_define("pound", "0.01", "pence|penny")
_define("celsius", "1", "°c|c|°|degree|degrees|degree celsius|degrees celsius|grad|graden|degrés|grados")


def readings(answer: str) -> tuple[tuple[Decimal, str], ...]:
    """Read a number and its unit as it was spelt (`""` for none), in each way the answer can be meant."""
    plain = " ".join(answer.translate(_SIGNS).split()).rstrip(".")
    plain = _BARE_POINT.sub("0", _ORDINAL.sub("", _HEDGE.sub("", plain)))
    if len(plain) > _LONGEST:
        return ()
    found = _QUANTITY.fullmatch(plain)
    if not found:
        return () if _DIGIT.search(plain) else _in_words(_spelling(plain))
    unit = _spelling(f"{found['before'] or ''} {found['after'] or ''}")
    is_negative = "-" in (found["lead"], found["sign"])
    return tuple(
        (number.copy_negate() if is_negative else number, unit) for number in _numbers(found["digits"])
    )


def _in_words(answer: str) -> tuple[tuple[Decimal, str], ...]:
    """Read a number in English words; `no` is nought of a known unit only: `no idea` is no number."""
    read = read_words(answer.removeprefix(_MINUS))
    if read is None:
        return ()
    number, unit = read
    if not number and not is_known(unit) and not answer.startswith("zero"):
        return ()
    return ((number.copy_negate() if answer.startswith(_MINUS) else number, unit),)


def is_known(unit: str) -> bool:
    """Tell whether a unit, its scale aside, stands in the table; no unit does."""
    spelt = _scale_and_unit(unit)[1]
    return not spelt or spelt in _UNITS


def same_unit(number: Decimal, unit: str, wanted: str | None) -> Decimal | None:
    """Convert a number to the wanted unit, or None where the units do not fit; no unit means the wanted."""
    wanted = _spelling(wanted or "")
    if not unit or unit == wanted:
        return number
    (scale, unit), (wanted_scale, wanted) = _scale_and_unit(unit), _scale_and_unit(wanted)
    scaled = number * scale / wanted_scale
    if not unit or unit == wanted:
        return scaled
    if unit not in _UNITS or wanted not in _UNITS:
        return scaled if unit.rstrip("s") == wanted.rstrip("s") else None
    (dimension, factor), (wanted_dimension, wanted_factor) = _UNITS[unit], _UNITS[wanted]
    return scaled * factor / wanted_factor if dimension == wanted_dimension else None


def _scale_and_unit(unit: str) -> tuple[Decimal, str]:
    """Split `million euros` into a million and `euros`."""
    words = unit.split()
    scale = next((SCALES[word] for word in words if word in SCALES), 1)
    return Decimal(scale), " ".join(word for word in words if word not in SCALES)


def _spelling(unit: str) -> str:
    composed = unicodedata.normalize("NFC", unit).translate(_POWERS)
    return " ".join(composed.casefold().split()).rstrip(".")


def _numbers(digits: str) -> list[Decimal]:
    """Read digits with their separators: the last `.` or `,` may be the decimal sign."""
    parts = re.split(r"[.,' ]", digits)
    if len(parts) == 1:
        return [Decimal(digits)]
    *groups, last = parts
    is_grouped = 1 <= len(groups[0]) <= 3 and all(len(part) == 3 for part in parts[1:])
    separators = [sign for sign in digits if not sign.isdigit()]
    found = []
    if is_grouped and len(set(separators)) == 1 and groups[0] != "0":
        found.append(Decimal("".join(parts)))
    if _is_decimal(groups, separators):
        found.append(Decimal("".join(groups) + "." + last))
    return found


def _is_decimal(groups: list[str], separators: list[str]) -> bool:
    if separators[-1] not in ".,":
        return False
    has_own_sign = separators[-1] not in separators[:-1] and len(set(separators[:-1])) <= 1
    return has_own_sign and all(len(group) == 3 for group in groups[1:])
