"""Know a document and prove it.

The map of the package, from the top down; a layer imports only what stands below it:

    start                          the program begins
    tui : cli                      screens | commands
    exam | stats | web             a scored test: drawn, sat, marked, and told to the schedule | numbers |
                                   the screens in a browser, each in a process of its own
    study | lint                   a round: what is asked, and what an answer does | advice on questions
    collection                     opens decks, documents and progress; records an event
    settings                       what the learner sets
    deck | source | progress       YAML in | documents and quotes | the learner's JSON file
    card | schedule                what a card is, and how it is graded | how memory fades
    recall                         a known answer, said again
    cache                          what was worked out before: derived, disposable
    errors | clock | text |        the ground
        chance | disk | collector

State flows one way: a key reaches a screen, the screen takes a step of the round or the test (a pure
function), the step yields an event, the collection records it (append, fsync), and only then does the
screen show the new round.
"""

__version__ = "0.1.0"
