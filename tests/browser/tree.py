"""What a screen reader is given: the accessibility tree of the widget, as Playwright writes it."""

CLOSED = """
- button "Have your say"
"""

OPEN = """
- dialog "Have your say":
  - heading "Have your say" [level=2]
  - button "Close"
  - button "I need help now"
  - button "Exit this page"
  - region "Chat":
    - paragraph: Hello. I am a computer. I help you tell the council what went wrong, or what went well.
    - paragraph: /The complaints team reads what you send. If somebody may not be safe, they have to tell .*/
    - paragraph: /Did you not send it\\? Then it is deleted after 24 hours\\..*/
    - paragraph: /To leave fast, press "Exit this page" or press Shift three times\\..*/
    - button "Other people use this screen"
    - log "Messages"
    - status
    - status
  - text: Write here
  - textbox "Write here"
  - button "Send"
"""

ASKED = """
- log "Messages":
  - paragraph: You
  - paragraph: hello
  - paragraph: Assistant
  - paragraph: Who are you?
  - text: 3 choices below.
- group "Pick one, or write your own answer":
  - button "A child or young person"
  - button "A parent"
  - button "Somebody else"
"""

ANSWERED = """
- log "Messages":
  - paragraph: You
  - paragraph: hello
  - paragraph: Assistant
  - paragraph: Who are you?
  - text: 3 choices below.
  - paragraph: You
  - paragraph: A parent
  - paragraph: Complaints team
  - paragraph: Hello, I am Sam's reader.
"""

HELP = """
- button "I need help now" [expanded]
- button "Exit this page"
- paragraph:
  - text: "In danger now: call"
  - link "999":
    - /url: tel:999
"""

HIDDEN = """
- dialog "Have your say":
  - heading "Have your say" [level=2]
  - button "Close"
  - button "I need help now"
  - button "Exit this page"
  - heading "Your words are hidden" [level=3]
  - paragraph: Type your unlock word to see them. The secret from your receipt works too.
  - text: Your unlock word or your secret
  - textbox "Your unlock word or your secret"
  - alert
  - button "Show my words"
  - button "I do not know the word. Start a new chat"
"""
