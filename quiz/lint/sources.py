"""Where the rules were learnt."""

WOZNIAK = "Wozniak, Twenty rules of formulating knowledge (1999)"
MATUSCHAK = "Matuschak, How to write good prompts (2020)"
HALADYNA = "Haladyna, Downing and Rodriguez, A review of multiple-choice item-writing guidelines (2002)"
