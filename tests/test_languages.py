"""Our phrases in other languages are off until a speaker has signed the very words, and then they are what is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
import yaml
from rasa_sdk.executor import CollectingDispatcher

from actions import interpreter
from actions.voice import Voice
from bot import councils, languages
from bot.complaints.errors import BadProfile
from bot.complaints.profile import Profile, SignedLanguage
from bot.settings import Settings
from bot.words import Words, words
from tests.written import PHRASES_IN, RESPONSES

TODAY = date(2026, 11, 22)
TEN = PHRASES_IN  # by speakers in England, Census 2021, table TS024


def signed(language: str) -> Profile:
    """The national profile with one language signed."""
    row = SignedLanguage(language, words().mark(f"utter_language_{language}"), "the council's interpreter", TODAY)
    return replace(councils.load("national", TODAY), signed_languages=(row,))


def offered(monkeypatch: pytest.MonkeyPatch, language: str, profile: Profile, phone: str = "") -> dict:
    """What somebody is told who writes in a language, in a council with this profile."""
    services = SimpleNamespace(intake=SimpleNamespace(profile=profile), settings=Settings(council_phone=phone))
    monkeypatch.setattr(interpreter, "services", lambda: services)
    dispatcher = CollectingDispatcher()
    interpreter.offer_interpreter(Voice(dispatcher), language)
    [message] = dispatcher.messages
    return message


def test_there_are_phrases_in_the_ten_languages_that_most_people_in_england_speak_first() -> None:
    assert set(languages.written(words())) == set(TEN)


@pytest.mark.parametrize("language", TEN)
def test_until_somebody_has_signed_it_the_offer_is_in_english_with_the_languages_own_name(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    told = offered(monkeypatch, language, councils.load("national", TODAY))
    assert words().say(f"utter_language_name_{language}") in told["text"]
    assert told["text"].startswith("I can only read English well.")
    assert "lang" not in told["custom"]


@pytest.mark.parametrize("language", TEN)
def test_once_it_is_signed_the_offer_is_in_that_language_and_marked_as_such(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    told = offered(monkeypatch, language, signed(language))
    assert told["text"] == words().say(f"utter_language_{language}")
    assert told["custom"]["lang"] == language
    assert [button["payload"] for button in told["buttons"]] == ["do:ask_accessible", "do:talk_to_person"]


def test_a_signature_of_one_language_turns_no_other_on(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "I can only read English well." in offered(monkeypatch, "ro", signed("pl"))["text"]


def test_a_word_changed_after_signing_turns_the_language_off_again() -> None:
    profile = signed("pl")
    changed = [{**RESPONSES["utter_language_pl"][0], "text": "Dzień dobry."}]
    assert languages.is_signed("pl", words(), profile)
    assert not languages.is_signed("pl", Words({**RESPONSES, "utter_language_pl": changed}), profile)


def test_a_quick_reply_changed_after_signing_turns_it_off_too() -> None:
    response = RESPONSES["utter_language_pl"][0]
    changed = [{**response, "buttons": [{**response["buttons"][0], "title": "Tak"}, response["buttons"][1]]}]
    assert not languages.is_signed("pl", Words({**RESPONSES, "utter_language_pl": changed}), signed("pl"))


@pytest.mark.parametrize("language", ["lt", "hi", "ka", "xx"])
def test_a_language_that_we_have_no_words_in_is_offered_an_interpreter_all_the_same(
    monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    told = offered(monkeypatch, language, councils.load("national", TODAY))
    assert "interpreter" in told["text"]
    assert "{" not in told["text"] + told["buttons"][0]["title"]


def test_the_offer_names_the_telephone_and_the_need_that_is_noted_names_the_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = offered(monkeypatch, "so", councils.load("national", TODAY), phone="020 7946 0000")
    assert "020 7946 0000" in told["text"]
    assert told["buttons"][0]["title"] == "Yes, an interpreter please (Somali, Soomaali)"


@pytest.mark.parametrize("language", TEN)
def test_whichever_language_it_is_in_the_officer_can_read_which_one_is_wanted(language: str) -> None:
    english = words().say(f"utter_language_name_{language}").split(",")[0]
    assert words().choices(f"utter_language_{language}")[0][0].endswith(f"({english})")


@pytest.mark.parametrize("language", TEN)
def test_every_set_of_phrases_names_999(language: str) -> None:
    assert "999" in words().say(f"utter_language_{language}")


def test_the_command_says_of_every_language_whether_it_is_signed() -> None:
    told = list(languages.lines(words(), signed("pl")))
    assert len(told) == len(TEN)
    assert told[0].endswith("Polish, polski: signed by the council's interpreter on 2026-11-22")
    assert all(line.endswith("off: nobody has signed it") for line in told[1:])
    old = replace(signed("pl"), signed_languages=(SignedLanguage("pl", "00000000", "somebody", TODAY),))
    assert next(languages.lines(words(), old)).endswith("off: other words were signed")


@pytest.mark.parametrize("code", councils.codes())
def test_no_council_has_signed_words_that_are_not_the_words_that_are_said(code: str) -> None:
    profile = councils.load(code, TODAY)
    stale = [row for row in profile.signed_languages if not languages.is_signed(row.language, words(), profile)]
    assert stale == []


@pytest.mark.parametrize(
    "row", [{"language": "pl"}, {"language": "pl", "phrases": "1", "signed_by": "", "signed_on": 1}]
)
def test_a_signature_without_a_name_or_a_day_is_refused(tmp_path, row: dict) -> None:
    raw = yaml.safe_load((councils.FOLDER / "national.yml").read_text(encoding="utf-8"))
    raw["versions"][0]["signed_languages"] = [row]
    (tmp_path / "national.yml").write_text(yaml.safe_dump(raw), encoding="utf-8")
    with pytest.raises(BadProfile, match=r"signed_languages\[0\]"):
        councils.load("national", TODAY, tmp_path)
