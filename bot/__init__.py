"""Have Your Say: a council's assistant for saying what went wrong with children's services.

The rooms, and what each may touch (tests/test_rooms.py holds the imports to this):

complaints/   the law: pure Python, no clock, no I/O, no framework
councils/     the councils: one YAML file each, and the loader
intake.py     what a person can do: tell, be assessed, submit, ask how it is going
case_acts.py  what an officer may do to a case next, and doing it; proposals.py what they ask a manager to do
access_requests.py  the copy of their data for the person whose case it is, without what belongs to others
asking.py     what a question shows, on a page of the door and to an officer who has somebody on the telephone
kept_from.py  who must not be told, for every page from which somebody might be
telephone.py  a concern taken by telephone: the same questions, answers and case
own_case.py   what they can do with their own case: how is it going, next stage, stop
helpers.py    whom they let into it, an advocate most of all, and out again
casework.py   what an officer can do: the queue, claim, reply, confirm, alerts and tasks
letters/      what the council writes about a case: kinds, wordings, the Word document
letter_work.py  how a letter is drafted, vetted, signed and sent
glance.py     what is open and how the last quarters went, for the manager
reporting/    what a manager can do: the year's figures, checked, with small numbers hidden
reports/      the report as page, PDF, Word document and tables
years/        past years that come in, made-up ones, and printed ones made again
hidden/       what tells who somebody is, and texts without it
ports/        what those three ask of the world
storage/      the cabinet: tables, encryption, the alert spool, migrations
rasa/         what Rasa loads: the ear, the safety policy, the tracker store, the launcher
widget/       the public door          console/   the officers' door
words.py      the sentences of domain.yml, for whoever must say one while Rasa cannot
settings.py   the environment          bootstrap.py   joins the parts
"""
