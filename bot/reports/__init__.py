"""The annual report on paper and screen: one content, from which page, DOCX, PDF and the tables' files are made.

content.py   what stands in the report, in order     charts.py     its charts, with their alternative texts
blocks.py    tables that are too wide for a page
figures.py   how numbers are written                 page.py       the page, and the PDF from the same page
document.py  DOCX                                    sheets.py     CSV and XLSX of every table
"""
