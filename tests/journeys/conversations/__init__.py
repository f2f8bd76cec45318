"""Whole conversations of people whom we made up, and what must be true when they end.

`python -m tests.journeys.conversations` runs them through the running stack and prints what became of each.
"""
