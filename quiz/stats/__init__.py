"""The learner's numbers: what was done, how well it is remembered, what comes, and how true the schedule is.

    Collection  --pasts_of-->  Past of each deck  --stats_of-->  Stats  --report-->  Sections of plain text

The sections are the same for the command line and the screen. Days are study days. Nothing here is drawn with
more certainty than its number of reviews bears: each figure says how many it rests on.
"""

from quiz.stats.calibration import Calibration
from quiz.stats.counts import Bin, Recall, Retention
from quiz.stats.figures import Stats, stats_of
from quiz.stats.pace import Forecast, forecast_of, pace_of, seconds_today
from quiz.stats.past import Past, pasts_of
from quiz.stats.report import report
from quiz.stats.section import Section

__all__ = [
    "Bin",
    "Calibration",
    "Forecast",
    "Past",
    "Recall",
    "Retention",
    "Section",
    "Stats",
    "forecast_of",
    "pace_of",
    "pasts_of",
    "report",
    "seconds_today",
    "stats_of",
]
