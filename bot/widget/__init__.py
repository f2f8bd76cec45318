"""The public door: the chat API, the widget's script, and the pages around it. It can do only what `intake` can do.

app.py        joins it all: `create_app`          incoming.py   what a browser sent, held to its limits
turns.py      the way of one message              masking.py    secrets taken out before anything is kept
safety.py     danger signs, before Rasa           assistant.py  Rasa, as the door uses it
chat.py       the API's handlers                  events.py     messages as they come, over server-sent events
guard.py      origins, addresses, headers         refusals.py   every "no", with its status and its sentence
pages.py      the pages; templates in pages/      script.py     static/ joined into one versioned script
background.py the watch over alerts               health.py     alive, and what is reachable

The same questions as pages, for whoever has no JavaScript or likes a form better:
say.py        the handlers of /say; bot/asking.py is what a page of them shows
say_form.py   what a form brings                  say_sent.py   the confirmation
held.py       answers kept while Rasa is away     catching_up.py  how they reach Rasa afterwards
"""
