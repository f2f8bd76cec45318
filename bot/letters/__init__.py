"""Letters: what the council writes about a case, from the first draft to what was sent.

letter.py    a letter and its way: drafted, vetted, signed, sent, or sent back with a reason
kinds.py     which letters there are, when each may be begun, and which act on the case goes out with it
texts.py     the wordings, one file a kind in texts/, for children and for adults
filling.py   what the braces of a wording stand for: the case's facts, dates and rights
paper.py     the Word document
"""
