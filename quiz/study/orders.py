"""The letters that mean the same on the screen and in the line mode."""

ORDERS = {
    "u": "Undo the last step, as often as you like.",
    "s": "Show the passage in its document.",
    "n": "Skip the card in this round.",
    "-": "Bury the card: it comes back tomorrow.",
    "@": "Suspend the card until it is asked back.",
    "*": "Flag the card for mending, or unflag it.",
    "q": "Leave; every answer is saved already.",
    "?": "Show the keys.",
}
"""What each letter does while a card is on the table, in the order of the help."""
