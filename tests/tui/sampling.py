"""The deck of every kind that screens are tried with, and the clock that stands still."""

from datetime import UTC, datetime, timedelta

MONDAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

SAMPLER = """
deck: sampler
title: A bit of everything
source: source.txt
cards:
- id: basic
  q: What lies high?
  a: Quito
  hint: A capital.
  why: It lies at 2,850 metres.
  quote: Quito lies high
- {id: typed, q: Which port?, a: Guayaquil, typed: true, quote: the port of Guayaquil}
- {id: number, q: How many tons?, a: 56.4, unit: tons, quote: 56.4 tons}
- {id: one, q: Which sea?, a: North Sea, wrong: [Red Sea, {text: Dead Sea, why: That is a lake.}]}
- id: several
  q: Which two are ports? Choose all that apply.
  a: [Antwerp, Guayaquil]
  wrong: [Quito, Brussels]
- {id: cloze, cloze: "Signed in {{Quito}} by {{Annelies Verlinden::minister}}."}
- {id: stale, q: What is missing?, a: The quote, quote: words that stand nowhere}
- {id: statement, q: Quito lies by the sea., a: false, quote: Quito lies high, why: It lies high.}
- {id: order, q: Put the cities in order from north to south., order: [Antwerp, Quito, Guayaquil]}
- {id: list, q: Name the three Baltic states., list: [Estonia, Latvia, {text: Lithuania, accept: [Lietuva]}]}
- id: match
  q: In which country does each port lie?
  match: {Antwerp: Belgium, Zeebrugge: Belgium, Guayaquil: Ecuador}
"""
SOURCE = "Quito lies high.\n\nLast year 56.4 tons passed the port of Guayaquil, and more did elsewhere.\n"


class Clock:
    """A time that stands still until a test moves it."""

    def __init__(self) -> None:
        self.at = MONDAY

    def __call__(self) -> datetime:
        return self.at

    def passes(self, **duration: float) -> None:
        self.at += timedelta(**duration)
