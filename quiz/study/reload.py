"""A round goes on with the decks as they are now.

Each identity becomes its heir: itself, or the card that carries on its history after an edit. What has no
heir is gone, and with it the steps that were taken on it; all other steps can still be undone. A card that
its author has just suspended is asked no more, and counts as done.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from quiz.card import Card
from quiz.study.agenda import States, is_suspended
from quiz.study.round import Answered, Asking, Finished, Round, Rules, Stage, Step, answer, asked_next


def reloaded(round: Round, rules: Rules, heirs: Mapping[str, str], states: States, at: datetime) -> Round:
    """Return a round over the cards of new rules; the card on the table is asked anew, or the next one.

    What has been answered stays so where the same is asked, and is graded by the new rules. `heirs` maps
    the identities of the round to those of the new rules, and lacks those that are gone.
    """
    resting = _just_suspended(round, rules, heirs, states)
    is_same = not resting and all(heirs.get(card) == card for card in round.rules.cards)
    heritage = _Heritage(heirs, rules, resting, is_same)
    before = heritage.chain(round)
    now = replace(heritage.round(round, before), states={card: states(card) for card in rules.cards})
    stage = heritage.stage(round.stage)
    if isinstance(stage, Finished):
        return now
    if stage is None or stage.card.id in resting:
        return asked_next(now, at)
    asked = replace(now, stage=Asking(stage.card, at))
    if not isinstance(round.stage, Answered) or round.stage.card.asks != stage.card.asks:
        return asked
    return answer(replace(now, stage=Asking(stage.card, stage.since)), round.stage.answer)


def asks_the_same(before: Round, now: Round) -> bool:
    """Tell whether the question on the table is as it was, so that what was typed or picked still fits."""
    match before.stage, now.stage:
        case Asking(old), Asking(new):
            is_alike = (old.id, old.asks, old.note.hint) == (new.id, new.asks, new.note.hint)
            return is_alike and before.state(old).reviews == now.state(new).reviews
        case _:
            return False


def _just_suspended(round: Round, rules: Rules, heirs: Mapping[str, str], states: States) -> frozenset[str]:
    """Find the cards that their author has suspended since, unless the learner has said otherwise."""
    cards = ((card, rules.cards[heir]) for card, heir in heirs.items())
    return frozenset(
        now.id
        for card, now in cards
        if is_suspended(now, states(now.id))
        and now.note.is_suspended
        and not round.rules.cards[card].note.is_suspended
    )


@dataclass(frozen=True, slots=True)
class _Heritage:
    """Carries the parts of a round over."""

    heirs: Mapping[str, str]
    rules: Rules
    resting: frozenset[str]
    """Heirs that wait no more in the line, for they are suspended."""
    is_same: bool
    """Whether every card is its own heir and none rests, so that there is little to do for each step."""

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
        waiting = {card: heir for card, heir in self.heirs.items() if heir not in self.resting}
        return replace(
            round,
            line=tuple(waiting[card] for card in round.line if card in waiting),
            returning=tuple((due, waiting[card]) for due, card in round.returning if card in waiting),
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
