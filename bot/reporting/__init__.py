"""The annual report: a year's figures from cases, as tables that can be checked, suppressed and printed.

period.py       years, quarters and weeks        entries.py      what a case puts into the books
tally.py        counting                         books.py        the period and those before it
grid.py         rows and columns of counts       table.py        a table with its parts and bases
shapes.py, rates.py, listings.py                 the forms that tables have
catalogue.py    every table by its name          definitions.py  how each thing is counted, in versions
checks.py       what does not agree              publication.py  small numbers hidden
own_words.py    details hidden in what people wrote
"""

from bot.reporting.report import Facts, Report, of_period, year

__all__ = ["Facts", "Report", "of_period", "year"]
