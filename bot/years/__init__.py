"""Years: past ones that a council brings along, made-up ones to show and to measure, and printed ones made again.

schema.py     what a file of past years holds, column by column: the checks and docs/import.md are made from it
sheets.py     CSV and XLSX to rows with their line numbers
reading.py    a row's words to values, or what is wrong with them, in plain words
past_case.py  one past case, and what its columns say of each other
courses.py    a past case to a case with its records, clocks and findings
importing.py  the use case: a file checked and kept whole, or not at all
totals.py     years of which only totals are left
printed.py    what councils printed (printed/*.yml)        building.py   case records built to those figures
comparing.py  our report beside the printed one            reproduction_page.py   docs/reproduction.md
demo.py       a made-up year after printed shares          voices.py, conversation.py   what its people say
"""
