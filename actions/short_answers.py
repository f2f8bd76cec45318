"""Short answers: "his dad", "in foster", "no idea", read against the question that was asked and against no other."""

from __future__ import annotations

import re
from collections.abc import Mapping

MOST_WORDS, LONGEST = 12, 200  # words, characters

# The first that fits counts, so the more telling stands first: a foster mum is no parent, "left care" is not "in care".
SAID: Mapping[str, Mapping[str, str]] = {
    "reporter_role": {
        "solicitor": r"solicitors?|barrister|lawyer|law firm",
        "advocate": r"advocates?",
        "councillor": r"councillor|cllr|mp",
        "special_guardian": r"special guardians?|sgo",
        "adopter": r"adopt\w*",
        "foster_carer": r"foster(ing)? ?(carers?|mum|dad|mother|father|parents?)|kinship carers?|we foster"
        r"|i foster|carers?",
        "care_leaver": r"care leaver|left care|leaving care|was in care|been in care(?! (?:since|all|my|for))"
        r"|used to be in care",
        "professional": r"teacher|head ?teacher|senco|nurse|doctor|gp|health visitor|(youth|support|key|social) worker"
        r"|work (with|for|in|at)|professional|iro|dsl|camhs|midwife|nursery|childminder|tutor|psychologist|therapist",
        "relative": r"(big|older|elder|half|his|her|their|the) ?(big |older |elder |half )?(sister|brother|sibling)"
        r"|^(?:it'?s |about |for )*(?:my|our) (?:little |big |baby |younger |older |half |twin |step ?)*"
        r"(?:sister|brother|sibling|sis|bro|niece|nephew|cousin|grand\w+)s?$|^(?:sister|brother|sis|bro)$"
        r"|nan|nana|nanna|nanny|gran\w*|aunt\w*|uncle|cousin|relative|step ?(mum|dad|mother|father|parent)",
        "other": r"neighbour|family friend|godmother|godfather|godparent|somebody else|someone else|other"
        r"|for (a|my) (friend|mate|neighbour)",
        "parent": r"^(?:it'?s |about |for )*(?:my|our) (?:\w+ )?(?:son|daughter|kid|child|children|boy|girl|lad)s?$"
        r"|mum|mummy|mam|mom|mother|dad|daddy|father|parents?",
        "child": r"child|kid|young ?person|yp|teen\w*|((a|the) |^)(girl|boy|lad|lass)|in (foster )?care|looked after"
        r"|lac|in care since|been in care|live in a (children'?s|care|kids) home|i'?m (1[0-7]|[5-9])"
        r"|i am (1[0-7]|[5-9])|(1[0-7]|[5-9]) years? old",
    },
    "care_status": {
        "asked_for_help": r"asked? for help|early help|waiting (for|list)|family support",
        "none": r"^(no|nope|nah|not really)\W*(not really|none|no|i don'?t|s?he doesn'?t)?$"
        r"|(dont|don'?t|haven'?t|not) (have )?any of (those|these|them)"
        r"|none|neither|nothing|(no|not|doesn'?t|dont|don'?t|hasn'?t|haven'?t"
        r"|isn'?t) .{0,20}(social ?worker|in care)"
        r"|(live|lives|living|am|is) at home|never",
        "left_care": r"left care|leaving care|care leaver|was in care|used to be",
        "in_care": r"in care|foster\w*|looked after|children'?s home|residential|placements?|care order"
        r"|section 20|s ?20|lac"
        r"|kids home|care home",
        "disabled_services": r"disab\w*|short breaks?|direct payments?",
        "has_social_worker": r"so\w+al ?w[eo]rker|sw|child in need|child protection|(cp|cin|protection) plan",
    },
    "contact_preference": {
        "none": r"(don'?t|do not|no|not) (need to |want you to |have to )?(reply|answer|contact|respond)|none|no reply",
    },
    "on_behalf_of_child": {
        "no": r"^(no|nope|nah)|not for (him|her|them)|^(just |only )?for (me|myself|us)$|myself|my own|treated me",
        "yes": r"^(my|our|the) (?:\w+ )?(sister|brother|son|daughter|child|kids?|children|boy|girl|lad|niece|nephew"
        r"|cousin|grand\w+)s?$|(for|about|of) (both|him|her|them|(my|our) \w+|the (child|kids?|children|boy|girl))|both"
        r"|on (his|her|their) behalf",
    },
    "child_consent": {
        "too_young": r"too (young|little|small)|only (a baby|one|two|three|1|2|3)|a baby",
        "not_known": r"not known|unknown|not yet|(haven'?t|not) (asked|told|spoken)",
        "yes": r"agree[sd]?|wants (me|us|this)|knows|(asked|told|begged) (me|us) to|fine with",
    },
    "wants_advocate": {"has_one": r"(has|have|got|is) (one|an advocate)|already"},
    "court_involved": {
        "no": r"finished|over|ended|not any ?more|no longer|closed|done now|was (last|years|in 20\d\d)|years ago"
        r"|^(no|nope|nah|not)",
        "yes": r"hearing|proceedings|(family|in|to) court",
    },
    "has_parental_responsibility": {
        "yes": r"share[sd]?|joint(ly)?|both of us|(me|i) and",
        "no": r"council does|lost it",
    },
    "already_answered": {
        "ombudsman": r"ombudsman|lgsco",
        "stage_3": r"panel|stage (3|three)",
        "stage_2": r"investigation|investigated|stage (2|two)",
        "no": r"no|not|never|first time|still waiting",
        "stage_1": r"yes|yeah|yep|first answer|stage (1|one)|repl(y|ied)|respon\w+|wrote back|answered",
    },
    "kind": {
        "compliment": r"thank\w*|compliment|praise",
        "service_request": r"help|service|support|assessment",
        "information_request": r"question|know|information|ask\w*",
        "complaint": r"complain\w*|wrong|problem|unhappy|not happy",
    },
}  # fmt: skip

# "My mum says no" tells nothing of who is speaking.
_OF_OTHERS = re.compile(
    r"\b(my|our|with|by|from) (foster |step ?|key |social )?(mum|mam|mom|dad|mother|father|parents?|nan\w*"
    r"|gran\w*|aunt\w*"
    r"|uncle|carers?|worker|teacher|advocate|solicitor)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"\W*(what|whats|wots|why|how|who|which|does|do i|should)\b", re.IGNORECASE
)  # "what is a short break"
_READY = {
    fact: {value: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for value, pattern in values.items()}
    for fact, values in SAID.items()
}


def short_answer(fact: str, text: str) -> str | None:
    """The value that a short answer names, or None; longer texts are accounts and are not read for a word or two."""
    if len(text) > LONGEST or len(text.split()) > MOST_WORDS or _ASKS.match(text):
        return None
    if fact == "reporter_role" and _OF_OTHERS.search(text):
        return None
    plain = text.replace("’", "'").strip(" .!,?")
    return next((value for value, said in _READY.get(fact, {}).items() if said.search(plain)), None)
