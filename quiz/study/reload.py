"""A round goes on with the decks as they are now.

Each identity becomes its heir: itself, or the card that carries on its history after an edit. What has no
heir is gone, and with it the steps that were taken on it; all other steps can still be undone.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from quiz.card import Card
from quiz.study.agenda import States
from quiz.study.round import Answered, Asking, Finished, Round, Rules, Stage, Step, asked_next


def reloaded(round: Round, rules: Rules, heirs: Mapping[str, str], states: States, at: datetime) -> Round:
    """Return a round over the cards of new rules; the card on the table is asked anew, or the next one.

    `heirs` maps the identities of the round to those of the new rules, and lacks those that are gone.
    """
    is_same = all(heirs.get(card) == card for card in round.rules.cards)
    heritage = _Heritage(heirs, rules, is_same)
    before = heritage.chain(round)
    now = replace(heritage.round(round, before), states={card: states(card) for card in rules.cards})
    stage = heritage.stage(round.stage)
    if stage is None:
        return asked_next(now, at)
    return replace(now, stage=stage if isinstance(stage, Finished) else Asking(stage.card, at))


@dataclass(frozen=True, slots=True)
class _Heritage:
    """Carries the parts of a round over."""

    heirs: Mapping[str, str]
    rules: Rules
    is_same: bool
    """Whether every card is its own heir, so that there is little to do for each of many steps."""

    def chain(self, round: Round) -> Step | None:
        """Carry over the steps that led to a round, oldest first, without those on cards that are gone."""
        steps: list[Step] = []
        while round.before:
            steps.append(round.before)
            round = round.before.round
        before: Step | None = None
        for step in reversed(steps):
            if self.stage(step.round.stage):
                before = Step(self.round(step.round, before), step.event)
        return before

    def round(self, round: Round, before: Step | None) -> Round:
        """Carry over one round; its stage is that of the old one where its card is gone."""
        stage = self.stage(round.stage) or Finished()
        now = replace(round, rules=self.rules, stage=stage, before=before)
        return now if self.is_same else self._inherited(now)

    def _inherited(self, round: Round) -> Round:
        return replace(
            round,
            line=tuple(self.heirs[card] for card in round.line if card in self.heirs),
            returning=tuple((due, self.heirs[card]) for due, card in round.returning if card in self.heirs),
            states={self.heirs[card]: state for card, state in round.states.items() if card in self.heirs},
            log=tuple(
                replace(rated, card=self.heirs[rated.card]) for rated in round.log if rated.card in self.heirs
            ),
        )

    def stage(self, stage: Stage) -> Stage | None:
        """Carry over a stage; None where its card is gone."""
        match stage:
            case Asking(card) | Answered(card):
                heir = self._card(card)
                return replace(stage, card=heir) if heir else None
            case Finished():
                return stage

    def _card(self, card: Card) -> Card | None:
        return self.rules.cards.get(self.heirs.get(card.id, ""))
