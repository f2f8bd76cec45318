"""Years: past ones that a council brings along, made-up ones to show and to measure, and printed ones made again.

schema.py     what a file of past years holds, column by column: the checks and docs/import.md are made from it
sheets.py     CSV and XLSX to rows with their line numbers
reading.py    a row's words to values, or what is wrong with them, in plain words
past_case.py  one past case, and what its columns say of each other
courses.py    a past case to a case with its records, clocks and findings
"""
