"""Plain words: what people type, brought to one spelling, so that a phrase needs to be written down only once.

Small letters, no accents or invisible signs, no apostrophes; "k1ll", "k.i.l.l", "killlll" and "hittin" become the
word that is meant where that word is one we know; a few emoji become words. Sentence ends become STOP.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import pairwise

STOP = "."

_EMOJI = {
    "🔪": "knife",
    "🗡": "knife",
    "🩸": "blood",
    "💊": "pills",
    "🔫": "gun",
    "🪒": "blade",
    "🆘": "sos",
    "👊": "punches",
}
_LOOKALIKES = dict(zip("аеорсухікмтѕ", "aeopcyxikmts", strict=True))  # Cyrillic letters used to dodge a filter
_SIGNS: dict[int, str | None] = {
    **{ord(emoji): f" {word} " for emoji, word in _EMOJI.items()},
    **{ord(letter): latin for letter, latin in _LOOKALIKES.items()},
    **dict.fromkeys(map(ord, "'’‘`´ʼ＇"), None),
    **dict.fromkeys(map(ord, "_-–—~/"), " "),
}
_LEET = str.maketrans("013457@$!+", "oieastasit")
_TOKEN = re.compile(r"[.?;\n]+|[\w@$*!+]+")
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_][ .*]{1,3}){2,}[^\W\d_](?![^\W_])[.*]?")
_RUN = re.compile(r"([^\W\d])\1{2,}")  # of letters: 1999 is a year
_DOUBLE = re.compile(r"(.)\1+")
_LONGEST = 24  # no word of ours is longer; longer tokens are passed through untouched

# Spellings that no rule below would find.
_SPELLINGS: Mapping[str, str] = {
    "2nite": "tonight", "2night": "tonight", "tonite": "tonight", "2moro": "tomorrow", "tmrw": "tomorrow",
    "tmr": "tomorrow", "tomoz": "tomorrow", "2day": "today", "b4": "before", "m8": "mate", "h8": "hate", "u": "you",
    "ur": "your", "r": "are", "wiv": "with", "wif": "with", "w": "with", "n": "and", "nd": "and", "dnt": "dont",
    "dun": "dont", "cnt": "cant", "wnt": "wont", "dosent": "doesnt", "dosnt": "doesnt", "doesent": "doesnt",
    "gna": "gonna", "gunna": "gonna", "gon": "gonna", "wana": "wanna", "kms": "kill myself", "kys": "kill yourself",
    "unalived": "kill", "unalive": "kill", "unaliving": "killing", "sewerslide": "suicide", "sewercide": "suicide",
    "ctb": "suicide", "sh": "selfharm", "sucide": "suicide", "suiside": "suicide", "suacide": "suicide",
    "sucidal": "suicidal", "oded": "overdosed", "oding": "overdosing", "graped": "raped",
    "raiped": "raped", "rapeing": "raping", "punchis": "punches", "hitz": "hits", "kicz": "kicks", "kixs": "kicks",
    "puches": "punches", "punshes": "punches", "tuch": "touch", "tutch": "touch", "toch": "touch",
    "tuches": "touches", "tutches": "touches", "tuching": "touching", "toutching": "touching", "tutching": "touching",
    "toches": "touches", "hitted": "hit", "hited": "hit", "hitts": "hits", "hert": "hurt", "smakes": "smacks",
    "smaked": "smacked", "smaking": "smacking", "herts": "hurts", "hurted": "hurt", "herting": "hurting",
    "punchd": "punched", "nife": "knife", "knif": "knife", "brusies": "bruises", "bruses": "bruises",
    "brused": "bruised", "bruse": "bruise", "beet": "beat", "beets": "beats", "throwed": "threw", "stabed": "stabbed",
    "straggled": "strangled", "scard": "scared", "scarred": "scared", "skared": "scared", "frightend": "frightened",
    "wen": "when", "wots": "whats", "dat": "that", "da": "the", "momy": "mummy", "mumy": "mummy", "mommy": "mummy",
    "mam": "mum", "mom": "mum", "moms": "mums", "mams": "mums", "mama": "mum", "mamma": "mum", "papa": "dad",
    "dada": "dad", "bro": "brother", "sis": "sister", "lil": "little", "rly": "really", "rn": "rightnow",
    "atm": "rightnow", "pls": "please", "plz": "please", "thru": "through", "cuz": "because", "cos": "because",
    "coz": "because", "bcos": "because", "selfharmed": "selfharming", "selfharms": "selfharm", "fone": "phone",
    "luv": "love", "somone": "someone", "sumone": "someone", "sum1": "someone", "some1": "someone", "no1": "nobody",
    "any1": "anyone", "nuffin": "nothing", "nothin": "nothing", "nuthing": "nothing", "nowere": "nowhere",
    "nowear": "nowhere", "noware": "nowhere", "hungrey": "hungry", "vunerable": "vulnerable", "sexualy": "sexually",
    "naket": "naked", "noods": "nudes", "nudez": "nudes", "n00ds": "nudes", "picz": "pics", "photo": "photos",
    "video": "videos", "vids": "videos", "forcd": "forced", "forsed": "forced", "forst": "forced",
}  # fmt: skip

# Two written words that mean one.
_JOINED: Mapping[tuple[str, str], str] = {
    ("going", "to"): "gonna", ("goin", "to"): "gonna", ("want", "to"): "wanna", ("wants", "to"): "wanna",
    ("self", "harm"): "selfharm", ("self", "harming"): "selfharming", ("self", "harmed"): "selfharming",
    ("self", "harms"): "selfharm", ("self", "selfharm"): "selfharm",
    ("no", "one"): "nobody", ("some", "one"): "someone", ("any", "one"): "anyone", ("no", "where"): "nowhere",
    ("sewer", "slide"): "suicide", ("right", "now"): "rightnow", ("my", "self"): "myself", ("her", "self"): "herself",
    ("him", "self"): "himself", ("step", "dad"): "stepdad", ("step", "mum"): "stepmum", ("over", "dose"): "overdose",
    ("over", "dosed"): "overdosed", ("any", "more"): "anymore", ("to", "night"): "tonight",
    ("un", "alive"): "kill", ("their", "selves"): "themselves", ("them", "selves"): "themselves",
}  # fmt: skip
# Words of their own, one letter off a word that tells of danger.
_REAL = frozenset(
    ("strange", "stranger", "strangers", "strangely", "tables", "brushed", "brushes", "brushing", "betting",
     "bearing", "belting", "beaming", "hopeless", "amused", "amusing", "buttered", "bettered", "boating", "baiting",
     "exploiter", "abuser", "bruiser", "bruisers", "knaves", "machine", "molasses", "assured", "exploring",
     "punchier", "homelessness", "terrific", "frighten", "career", "careers", "latter",)
)  # fmt: skip
_BEFORE_NOT = frozenset(
    ["do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could", "should"]
)


class Spelling:
    """Brings words to the spelling of a vocabulary. Words that it does not know are left as they are."""

    def __init__(self, vocabulary: Iterable[str], misspelt: Iterable[str] = ()) -> None:
        """`vocabulary` are the words that count; `misspelt` those long enough to know with a letter wrong."""
        self._known = frozenset(vocabulary)
        self._squeezed = {_DOUBLE.sub(r"\1", word): word for word in self._known if len(word) >= 5}
        self._near = {near: word for word in misspelt for near in (word, *_one_letter_less(word))}
        self._starred = {length: [w for w in self._known if len(w) == length] for length in range(3, 9)}

    def words(self, text: str) -> list[str]:
        """The text's words in order, with STOP at both ends and between sentences. Linear in the text's length."""
        spelt: dict[str, list[str]] = {}
        found = [STOP]
        for token in _TOKEN.findall(_SPACED.sub(self._unspaced, _plain(text))):
            if token not in spelt:
                spelt[token] = self._spell(token)
            found += spelt[token]
        found.append(STOP)
        return _join(found)

    def _spell(self, token: str) -> list[str]:
        if token[0] in ".?;\n":
            return [STOP]
        stopped = token.endswith("!")
        token = token.rstrip("!+")
        words = self._meant(token).split() if token else []
        return [*words, STOP] if stopped else words

    def _meant(self, token: str) -> str:
        if token in _SPELLINGS:
            return _SPELLINGS[token]
        if token in self._known or len(token) > _LONGEST:
            return token if len(token) <= _LONGEST else self._shortened(token)
        return self._guess(token) or token

    def _shortened(self, token: str) -> str:
        short = _RUN.sub(r"\1", token)
        return self._meant(short) if len(short) <= _LONGEST else token

    def _guess(self, token: str) -> str | None:
        if token in _REAL:
            return None
        if "*" in token:
            return self._starless(token)
        for form in (_unleet(token), _RUN.sub(r"\1\1", token), _RUN.sub(r"\1", token)):
            if form != token and form in self._known:
                return form
            if form != token and form in _SPELLINGS and len(form) > 2:  # "shhh" is no "sh"
                return _SPELLINGS[form]
        if token.endswith("in") and token + "g" in self._known:
            return token + "g"
        squeezed = _DOUBLE.sub(r"\1", token)
        if len(token) >= 5 and squeezed in self._squeezed:
            return self._squeezed[squeezed]
        return self._one_letter_wrong(token)

    def _one_letter_wrong(self, token: str) -> str | None:
        """The word meant by a token that is a letter off. Whoever misspells a word seldom misses its first letter."""
        near = (self._near.get(form) for form in (token, *_one_letter_less(token)))
        return next((word for word in near if word and word[0] == token[0]), None)

    def _starless(self, token: str) -> str | None:
        def fits(word: str) -> bool:
            return all(sign in ("*", letter) for sign, letter in zip(token, word, strict=True))

        if token.count("*") == len(token):
            return None
        return next((word for word in self._starred.get(len(token), ()) if fits(word)), None)

    def _unspaced(self, match: re.Match[str]) -> str:
        """ "k i l l m y s e l f" as two words; the text as it was when no known words come out."""
        letters = "".join(letter for letter in match[0] if letter.isalpha())
        words, at = [], 0
        while at < len(letters):
            end = next((e for e in range(min(len(letters), at + 12), at, -1) if letters[at:e] in self._known), None)
            if end is None:
                return match[0]
            words.append(letters[at:end])
            at = end
        return " ".join(words) if any(len(word) > 2 for word in words) else match[0]


def _plain(text: str) -> str:
    if text.isascii():
        return text.translate(_SIGNS).lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_SIGNS)).casefold()
    kept = "".join(sign for sign in decomposed if unicodedata.category(sign) not in ("Mn", "Cf"))
    return kept.translate(_SIGNS)


def _unleet(token: str) -> str:
    """Letters for the digits and signs in a word; "s47" is a section of an act, not a word."""
    return token.translate(_LEET) if 2 * sum(map(str.isalpha, token)) > len(token) else token


def _one_letter_less(word: str) -> list[str]:
    return [word[:at] + word[at + 1 :] for at in range(len(word))] if len(word) >= 6 else []


def _join(words: list[str]) -> list[str]:
    """Words that were written as two become one: "going to", "no one", "did not"."""
    joined: list[str] = []
    skip = False
    for word, after in pairwise([*words, STOP]):
        if skip:
            skip = False
            continue
        one = _JOINED.get((word, after)) or (word + "nt" if after == "not" and word in _BEFORE_NOT else None)
        joined.append(one or word)
        skip = one is not None
    return joined
