"""What each problem means and how to mend it, for who asks `quiz check --explain CODE`."""

from dataclasses import dataclass

from quiz.deck.problem import MOST_PROBLEMS, Code


@dataclass(frozen=True, slots=True)
class Explanation:
    """A problem in general, where its message names the one at hand."""

    meaning: str
    """What is wrong, in one sentence."""
    cure: str
    """How to mend it, in one sentence."""


EXPLAINED: dict[Code, Explanation] = {
    Code.UNREADABLE: Explanation(
        "A file of the folder can't be opened, or is no UTF-8 text; the other decks are read all the same.",
        "Give yourself the right to read it, save it as UTF-8, or take it out of the folder.",
    ),
    Code.SYNTAX: Explanation(
        "The file is no YAML at this place; reading goes on at the next card.",
        "Look at the line that is named: most often a text with `: `, `#`, a bracket or a brace needs "
        "quotes, a blank is missing, or the indentation is not that of its neighbours.",
    ),
    Code.NOT_STRICT: Explanation(
        "The file uses a part of YAML that decks leave out because it surprises: anchors, aliases, tags, "
        "merge keys, keys that are no text, a second document, a comment that may be the rest of a text.",
        "Write the value out, or put the text in quotes where none of these was meant; a comment behind a "
        "text is set off by two blanks.",
    ),
    Code.CONTROL: Explanation(
        "A character that steers the terminal or turns the direction of text, mostly copied in unseen.",
        "Delete the character at the place that is named and type the text around it anew.",
    ),
    Code.TOO_BIG: Explanation(
        "A deck holds at most 64 MiB and 100,000 cards, a list or mapping in it 1,000 entries, and one of "
        "its texts 16 KiB.",
        "Split the deck into several, or shorten the text.",
    ),
    Code.TOO_DEEP: Explanation(
        "Lists and mappings stand within each other more than 20 levels deep; no deck needs more than five.",
        "Look for a bracket or an indentation too many.",
    ),
    Code.DUPLICATE_KEY: Explanation(
        "A key is given twice in one mapping, so that one of its two values would be lost.",
        "Keep one of the two, or begin the second card with `- ` where it is the next card's.",
    ),
    Code.UNKNOWN_KEY: Explanation(
        "A key that decks or cards do not have, most often a slip of the hand; what stands behind it would "
        "be lost.",
        "Write the key that was meant, put it where it belongs, or remove it; `tags` can hold a note of your "
        "own.",
    ),
    Code.MISSING_KEY: Explanation(
        "Something that a deck, a card or an option can't be without is not there.",
        "Add the key that is named: a deck needs `deck` and `cards`, a card mostly `q` and `a`.",
    ),
    Code.WRONG_KIND: Explanation(
        "A key belongs to another kind of card than the other keys make this one.",
        "Remove the key that does not belong, or the one that makes the card what it is.",
    ),
    Code.BAD_VALUE: Explanation(
        "A key is right, but what stands behind it can't be used: it is empty, no number, no list.",
        "Write what the message asks for.",
    ),
    Code.DUPLICATE_NOTE: Explanation(
        "Two cards have one identity, so that they would share one history: the same `id`, or the same "
        "question and no `id`.",
        "Change one `id`, or give both cards one; remove a card that was copied by mistake.",
    ),
    Code.DUPLICATE_DECK: Explanation(
        "Two of the open files have the same `deck`, the identity that progress hangs on; only the first is "
        "used.",
        "Give one of the two another `deck`, or open only one of them.",
    ),
    Code.DUPLICATE_OPTION: Explanation(
        "An option, an item or the left side of a pair is there twice, or the right answer is also among the "
        "wrong ones.",
        "Remove one of the two.",
    ),
    Code.SOURCE: Explanation(
        "The document that the deck or the card names can't be used, so that no quote can be checked against "
        "it.",
        "Name a UTF-8 text file by its path relative to the deck; it lies below the folder above the deck's.",
    ),
    Code.QUOTE: Explanation(
        "The quote that should prove the answer does not occur in its document. Its card is still asked in "
        "rounds, marked, but not in tests.",
        "Copy the passage from the document again, in whole words and numbers, with `…` for what you leave "
        "out; where the document has changed, see whether the answer is still right.",
    ),
    Code.MORE: Explanation(
        f"Of a file that has more than {MOST_PROBLEMS} problems the first are listed, the others counted.",
        "Mend those that are listed and check again: often one mistake has caused many.",
    ),
}
