"""The short words of a dozen languages that families of English councils write, and the scripts of others.

A short word counts for every language that has it; what English has too counts for English, so that a lone "me" or
"no" decides nothing.
"""

from __future__ import annotations

from collections.abc import Mapping


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


ENGLISH = word_set(
    """
    a about after all am an and any are as at back be because been but by call came can care child children come
    could dad day did do does dont for from get go got had has have he help her him his home how i if im in is
    it its just kids know last like me mum my need never no not now of off on one or our out said say school see
    she so social some someone son tell that the their them there they this time to told too u up us want was we
    week were what when where which who why will with worker would wrong year years yes you your
    """
)

WORDS: Mapping[str, frozenset[str]] = {
    code: word_set(words)
    for code, words in {
        "pl": "nie jest się sie że ze to na do mój moj moja moje mnie mi dla jak co czy przez tego ale już juz są sa "
        "był bardzo dziecko dzieci syn córka corka syna córki szkoła szkole pomoc proszę prosze mam chcę chce jestem "
        "pracownik socjalny nikt od po za kiedy ponieważ dlaczego mąż maz dziecka",
        "ro": "nu este și si că ca pe la cu din pentru mai sunt am ai lui ei meu mea mele fiul fiica copilul copiii "
        "copil fost foarte asistent asistentul social vă va rog ajutor vreau nimeni școala scoala mi-a mi au o când "
        "cand dar acum de ce luat",
        "so": "waa waxaan oo iyo ku ka u in aan ma ay uu wiilkayga gabadhayda caruurtayda carruurta ilmaha ilmahayga "
        "caawimaad shaqaalaha bulshada dugsiga wax waxay waxa sida laakiin maya haa aniga waxba kama fadlan mid soo",
        "pt": "não nao é que de do da em um uma para com os as meu minha filho filha filhos está estou muito mas "
        "quero ajuda assistente social por favor ninguém ninguem escola me eu ele ela foi mais tem já ja sobre",
        "es": "no que el la los las de en un una por para con mi mis hijo hija hijos está estoy muy pero quiero ayuda "
        "trabajadora trabajador social nadie escuela yo él ella fue más mas tiene ya sobre favor porque cuando",
        "fr": "ne pas que le la les de des du un une et en pour avec mon ma mes fils fille enfant enfants est suis "
        "très tres mais je il elle nous vous ils assistante sociale école ecole aide personne veux été plus sur dans "
        "c'est j'ai n'est qui",
        "tr": "bir ve bu için icin çok cok ben benim oğlum oglum kızım kizim çocuğum cocugum çocuklar cocuklar "
        "değil degil var yok ne ama sosyal hizmet yardım yardim istiyorum okul kimse bana beni lütfen lutfen ile "
        "gibi daha olarak neden",
        "sq": "nuk është eshte dhe të te në ne për per me një nje që qe im ime djali vajza fëmija femija fëmijët "
        "femijet jam kam dua ndihmë ndihme punonjësi punonjesi social shkolla askush më por kur pse shumë shume unë "
        "une ju lutem i e nga",
        "lt": "ne yra ir kad mano aš as man sūnus vaikas vaikai dukra socialinis darbuotojas pagalbos prašau labai "
        "bet noriu mokykla niekas su apie kodėl jie",
        "ur": "mera meri mere bacha bachay beta beti hai hain nahi nahin mein ko ka ki ke se aur yeh woh kya kyun "
        "mujhe hum aap madad chahiye koi social bohat bahut school log kar raha rahi",
        "it": "non che il lo la gli di del della in un una per con mio mia figlio figlia figli è sono molto ma voglio "
        "aiuto assistente sociale nessuno scuola io lui lei più ho anche perché quando",
        "ru": "ne eto ya moy moya syn doch rebenok deti na chto kak pomogite pozhaluysta shkola nikto menya oni",
    }.items()
}

# Where a script is written by one language of these families, it says which; otherwise words of it decide.
SCRIPTS: tuple[tuple[str, str, str], ...] = (
    ("bn", "\u0980", "\u09ff"),
    ("pa", "\u0a00", "\u0a7f"),
    ("gu", "\u0a80", "\u0aff"),
    ("ta", "\u0b80", "\u0bff"),
    ("hi", "\u0900", "\u097f"),
    ("am", "\u1200", "\u137f"),
    ("el", "\u0370", "\u03ff"),
    ("ka", "\u10a0", "\u10ff"),
    ("zh", "\u4e00", "\u9fff"),
    ("ar", "\u0600", "\u06ff"),
    ("ru", "\u0400", "\u04ff"),
)

# Letters that only one language of a script has (in the first place those that are most used).
LETTERS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "ar": (("ur", "ٹڈڑںےگھچپ"), ("ar", "ةىأإؤئ")),
    "ru": (("uk", "іїєґ"), ("ru", "ыэъё"), ("bg", "ъщ")),
}
PERSIAN = ("می", "است", "که", "برای", "این", "را", "های")
PASHTO = "ښځډړټۍې"
