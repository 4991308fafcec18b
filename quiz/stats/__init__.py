"""The learner's numbers: what was done, how well it is remembered, what comes, and how true the schedule is.

    Collection  --stats_of-->  Stats  --report-->  Sections of text, for the command line and the screen alike

Days are study days. Nothing here is drawn with more certainty than its number of reviews bears: each figure
says how many it rests on.
"""

from quiz.stats.calibration import Calibration
from quiz.stats.counts import Bin, Recall, Retention
from quiz.stats.figures import Stats, stats_of
from quiz.stats.pace import Forecast, forecast_of, pace_of, seconds_today
from quiz.stats.report import Section, report

__all__ = [
    "Bin",
    "Calibration",
    "Forecast",
    "Recall",
    "Retention",
    "Section",
    "Stats",
    "forecast_of",
    "pace_of",
    "report",
    "seconds_today",
    "stats_of",
]
