"""A turn on the real Rasa and the real action server is all or nothing, and danger comes first in it."""

from __future__ import annotations

from uuid import uuid4

from tests.rasa.conftest import Stack, call


def actions_of(stack: Stack, conversation: str) -> list[str]:
    return [event["name"] for event in stack.events(conversation) if event["event"] == "action"]


def test_a_message_is_answered_and_saved_before_200(stack: Stack) -> None:
    conversation = uuid4().hex

    status = stack.say(conversation, "nobody rings me back", id="m-1")

    assert 200 == status
    assert ["What would you like?"] == stack.told(conversation)
    [said] = [event for event in stack.events(conversation) if event["event"] == "user"]
    assert ("m-1", "door") == (said["message_id"], said["input_channel"])


def test_a_wrong_secret_is_refused_and_nothing_is_kept(stack: Stack) -> None:
    conversation = uuid4().hex

    assert 403 == stack.say(conversation, "hello", secret="guessed")
    assert [] == stack.events(conversation)


def test_what_is_no_message_is_refused(stack: Stack) -> None:
    assert 400 == stack.say("a\0b", "hello")
    headers = {"X-Channel-Secret": "for-the-doors"}
    assert 400 == call(stack.url("/webhooks/door/messages"), ["hello"], headers)[0]


def test_a_typed_command_is_not_obeyed(stack: Stack) -> None:
    conversation = uuid4().hex
    stack.say(conversation, "nobody rings me back")

    stack.say(conversation, "  /restart")

    assert "restart" not in [event["event"] for event in stack.events(conversation)]
    assert "\\/restart" == [event["text"] for event in stack.events(conversation) if event["event"] == "user"][-1]


def test_with_the_action_server_down_a_turn_leaves_no_trace_and_may_be_sent_again(stack: Stack) -> None:
    conversation, first, answer = uuid4().hex, uuid4().hex, uuid4().hex
    stack.stop_actions()
    assert 503 == stack.say(conversation, "nobody rings me back", id=first)
    assert [] == stack.events(conversation)
    stack.start_actions()
    assert 200 == stack.say(conversation, "nobody rings me back", id=first)
    before = stack.events(conversation)
    stack.stop_actions()

    assert 503 == stack.say(conversation, "an apology", id=answer)
    assert before == stack.events(conversation)

    stack.start_actions()
    assert 200 == stack.say(conversation, "an apology", id=answer)
    assert ["What would you like?", "Sent."] == stack.told(conversation)


def test_what_people_write_is_not_in_the_log(stack: Stack) -> None:
    conversation = uuid4().hex
    stack.stop_actions()
    stack.say(conversation, "a sentence about marmalade")
    stack.start_actions()
    stack.say(conversation, "a sentence about marmalade")

    assert "marmalade" not in stack.log()
    assert conversation in stack.log()


def test_danger_outside_a_form_gets_the_safety_words_and_nothing_else(stack: Stack) -> None:
    conversation = uuid4().hex

    stack.say(conversation, "hello he is outside", risk="emergency")

    assert ["Are you safe?"] == stack.told(conversation)
    assert ["action_session_start", "action_listen", "action_safety", "action_listen"] == actions_of(
        stack, conversation
    )
    stack.say(conversation, "how does it work")
    assert "It goes like this." == stack.told(conversation)[-1]


def test_danger_inside_a_form_leaves_the_question_open(stack: Stack) -> None:
    conversation = uuid4().hex
    stack.say(conversation, "nobody rings me back")

    stack.say(conversation, "he hits me", risk="at_risk")

    assert ["What would you like?", "Are you safe?"] == stack.told(conversation)
    stack.say(conversation, "an apology")
    assert ["What would you like?", "Are you safe?", "Sent."] == stack.told(conversation)


def test_with_an_officer_only_danger_is_answered_until_they_hand_back(stack: Stack) -> None:
    conversation, api = uuid4().hex, "?token=for-the-api&include_events=NONE"
    taken = [{"event": "slot", "name": "handoff_state", "value": "with_officer"}]
    stack.say(conversation, "hello")
    assert 200 == call(stack.url(f"/conversations/{conversation}/tracker/events{api}"), taken)[0]

    stack.say(conversation, "how does it work")
    stack.say(conversation, "he is outside", risk="emergency")
    stack.say(conversation, "hello")

    assert ["Hello.", "Are you safe?"] == stack.told(conversation)
    call(stack.url(f"/conversations/{conversation}/trigger_intent{api}"), {"name": "hand_back"})
    assert ["Hello.", "Are you safe?", "Hello."] == stack.told(conversation)


def test_a_long_conversation_is_rolled_over_with_its_form_and_its_whole_transcript(stack: Stack) -> None:
    conversation = uuid4().hex
    stack.say(conversation, "nobody rings me back")
    for _ in range(25):
        stack.say(conversation, "he is outside", risk="emergency")
    assert 26 == len(stack.told(conversation))

    stack.say(conversation, "an apology")

    assert "Sent." == stack.told(conversation)[-1]


def test_rasas_own_api_asks_for_the_token(stack: Stack) -> None:
    assert 401 == call(stack.url(f"/conversations/{uuid4().hex}/tracker"))[0]
