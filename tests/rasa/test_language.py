"""The language is told where it is clearly not English, and never of English."""

from __future__ import annotations

import pytest

from bot.rasa.language import language_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pl", "Mój syn nie chodzi do szkoły i nikt mi nie pomaga"),
        ("ro", "Asistentul social nu mă sună niciodată, copilul meu este trist"),
        ("ur", "میرا بیٹا اسکول نہیں جا رہا اور کوئی مدد نہیں کرتا"),
        ("ur", "mera beta school nahi ja raha aur koi madad nahi karta"),
        ("ar", "ابني لا يذهب إلى المدرسة ولا أحد يساعدني"),
        ("bn", "আমার ছেলে স্কুলে যায় না কেউ সাহায্য করে না"),
        ("pa", "ਮੇਰਾ ਪੁੱਤਰ ਸਕੂਲ ਨਹੀਂ ਜਾਂਦਾ"),
        ("gu", "મારો દીકરો શાળાએ જતો નથી"),
        ("so", "Wiilkayga dugsiga ma tago oo waxba kama qabanayaan"),
        ("pt", "O meu filho não vai à escola e ninguém me ajuda"),
        ("es", "Mi hijo no va a la escuela y nadie me ayuda"),
        ("fr", "Mon fils ne va pas à l'école et personne ne m'aide"),
        ("uk", "Мій син не ходить до школи і ніхто мені не допомагає"),
        ("ru", "Мой сын не ходит в школу, и это никто не слышит"),
        ("tr", "Oğlum okula gitmiyor ve kimse bana yardım etmiyor"),
        ("sq", "Djali im nuk shkon në shkollë dhe askush nuk më ndihmon"),
    ],
)
def test_a_language_is_known_by_its_script_or_its_short_words(code: str, text: str) -> None:
    assert code == language_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "im sad n no one lisens 2 me",
        "Jak and Marek, my sons, na they dont go",
        "I am aunt, sister in Polska, she no have money",
        "no se",
        "😢😢😢 ??? 123",
        "",
        "a la carte me no",
    ],
)
def test_english_of_every_kind_and_what_is_unclear_tell_nothing(text: str) -> None:
    assert language_of(text) is None
