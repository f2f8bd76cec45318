"""The law: which procedure a concern belongs to, what must be asked, and by when it must be answered.

Standard library only. Nothing here knows the clock, a file, a log, Rasa, SQL or HTTP; what day it is, the calendar
and the council's profile come in as arguments.
"""
