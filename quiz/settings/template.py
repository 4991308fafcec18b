"""What a new settings file says: every setting with its usual value, as comments."""

TEMPLATE = """\
# Settings of quiz. Take away the `# ` in front of what you want to change.

# retention: 0.90           # the chance of recall at which a card is due, from 0.70 to 0.97
# learning-steps: 1m 10m    # waiting times of a new card before its first whole day; or none
# relearning-steps: 10m     # waiting times after a lapse; or none
# maximum-interval: 36500   # days
# new: 20                   # new cards of each deck a day
# reviews: 200              # reviews of each deck a day
# day-start: "04:00"        # when a study day begins, local time
# theme: tokyo-night        # or any other that Ctrl+P, Theme offers
# buttons: 4                # 2: only Again and Good
# home-row: false           # true: j, k, l and ; rate too
# keys:                     # other keys, by the names that `quiz settings keys` lists
#   round.undo: z
# decks:                    # the first six, for one deck by its name
#   belgium-ecuador:
#     new: 10
"""
