"""Hints: what an account mentions that makes a row of the triage table worth looking at.

A hint never decides a pathway against a known fact. It makes a question live ("is a court dealing with this?"), or
tells two kinds of one matter apart (a refused school bus from a bus that never came).
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.complaints.phrases import Heard, Phrase, read_all, vocabulary
from bot.complaints.plain_words import Spelling

_HINTS: Mapping[str, str] = {
    "court": """
        court|courts|judge|magistrate|magistrates|barrister|cafcass|guardian|tribunal
        proceedings|hearing|prosecution|prosecuted|charged|solicitor|injunction
        care|interim|supervision|contact|residence|placement order
        police investigation|investigating
        public law outline
        plo
    """,
    "court_now": """
        proceedings ..3 ongoing|current|continuing|pending|started|begun|issued
        ongoing|current|live|pending ..3 proceedings|court|hearing|case
        court|hearing ..4 next|tomorrow|ongoing|still|currently|monday|friday|soon
        still|currently ..4 court|proceedings
        started|taken|taking|begun legal action|proceedings
        while|during ..4 court ..3 case|proceedings
    """,
    "court_contact": """
        contact ..4 court|judge|order|ordered
        court|judge|judges ..6 contact|visits|see
    """,
    "court_report": """
        section|s 7|37
        s7|s37
        court|welfare report
        report ..2 for|to ..1 the? ..1 court|judge
    """,
    "worker_conduct": """
        rude|attitude|late|manner|behaved|behaviour|behavior|aggressive|unprofessional|bullying|bullied|shouted
        carried|went about
        turned|never|didnt|not up|came|visited|listened|spoke|speak|met
        how she|he|they|the did|wrote|worked
    """,
    "earlier_answer": """
        stage one|two|three|1|2|3
        ombudsman|lgo|lgsco
        already|previously|before ..3 complained|complaint|raised
        complained ..4 before|already|last|twice|again
        reply|replied|response|answer|answered|responded ..6 complaint
        complaint ..6 reply|replied|response|answer|answered|rejected|upheld|refused
        review panel
        my first|last|previous|original complaint
    """,
    "long_ago": """
        years|decades ago
        over|more a|one year
        when i was ..3 little|small|young|child|kid|in|a|younger|teenager
        in 1960|1970|1980|1990|2000|2001|2002|2003|2004|2005|2006|2007|2008|2009|2010|2011|2012|2013|2014|2015|2016|\
            2017|2018|2019|2020|2021|2022|2023|2024
        in the 60s|70s|80s|90s|1960s|1970s|1980s|1990s
        historic|historical
        as a child
    """,
    "imminent": """
        moving|move|moved|leave|evicted|evict|evicting|stops|stopping|stop|ends|ending|close|closes|closing|taken \
            ..7 tomorrow|tonight|today|friday|monday|tuesday|wednesday|thursday|saturday|sunday|week|days|weekend
        tomorrow|tonight|friday|monday|tuesday|wednesday|thursday|saturday|sunday ..7 moving|move|moved|leave|\
            evicted|evict|evicting|stops|stopping|ends|ending|taken|homeless
        next|this week ..7 moving|move|moved|leave|evicted|evicting|stops|stopping|ends|ending
        in a|two|three|few|couple|2|3|4|5|6|7|8|9|10 ..2 days|week ..7 moving|move|moved|leave|evicted|stops|ends|ending
        eviction|bailiffs
        nowhere|anywhere|somewhere to|for ..1 sleep|stay|live|go
        homeless
    """,
    "approval": """
        deregister|deregistered|deregistering|deregistration
        approval|approved ..5 carer|carers|foster|fostering|adopter|adopters|adopt|terminated|withdrawn|panel|\
            question|ended
        terminate|terminated|terminating|termination|withdraw|withdrawn|ended|end|ending|lose|lost|refused|refuse \
            ..4 approval|registration
        assessed|found|decided ..4 unsuitable
        not suitable to|as ..2 foster|adopt|carer|carers|adopter|adopters
        turned down|refused ..3 foster|carer|carers|adopter|adopters
    """,
    "removal": """
        removed|removal|remove|took|taken|moved ..5 child|children|boy|girl|boys|girls|baby|placement|him|her|them|\
            siblings
        child|children|boy|girl|boys|girls|siblings ..5 removed|moved|taken|took
    """,
    "child_in_need": """
        child|children in need
        cin meeting|plan|review|worker|assessment
        section 17
        s17
    """,
    "plan_not_carried_out": """
        late|delay|delayed|delays|overdue|deadline|weeks|months|waiting ..8 plan|ehc|ehcp|assessment|annual review
        plan|ehc|ehcp|assessment|annual review ..8 late|delay|delayed|delays|overdue|deadline|waiting|weeks|months
        not|never|isnt|wasnt|nobody|arent|hasnt|havent|stopped ..4 delivered|provided|given|happened|arranged|followed
        plan|ehc|ehcp ..8 not|never|isnt|wasnt|hasnt|havent ..4 getting|got|delivered|provided|given|happened|followed
    """,
    "section_47": """
        section 47
        s47
        strategy meeting|discussion|conference
        child protection ..1 conference|plan|enquiry|enquiries|meeting|chair|investigation|register
        core group
        conference|conferences
        mash ..4 decision|checks|check|referral|rang|called|contacted
    """,
    "council_failed": """
        ignored|ignoring|ignores|ignore
        nobody|council|they|social|team|you ..4 did|done|doing|do nothing
        nothing ..2 done|happened|happens
        failed|failing|fails|failure to|you|us|him|her|them
        reported ..6 nothing|ignored|nobody|times|again|still
        told|rang|phoned|contacted|emailed|referral|referrals ..8 nothing|ignored|nobody|listened|acted|act|times|\
            again|still|dismissed
        not|didnt|wont|never|wouldnt ..1 act|acted|listen|listened|investigate|investigated|help|helped|respond|\
            responded
    """,
    "compensation": """
        compensation|compensate|sue|suing|damages|redress
        prosecute|prosecuted|pressing|press charges
    """,
    "fitness": """
        struck off
        fit|fitness to practise|practice
        social work england
        regulator|regulatory|hcpc
        lose|loses|lost ..1 her|his|their licence|license|registration
    """,
    "discipline": """
        sacked|sack|disciplined|discipline|disciplinary|suspended|fired|dismissed
    """,
    "lado": """
        lado
        designated officer
    """,
    "entitlement": """
        refused|refuse|refuses|refusing|refusal|entitled|entitlement|eligible|eligibility|qualify|qualifies|declined
        turned down
        not|isnt|unsuitable|wasnt ..3 suitable
        unsuitable|appeal|appealed|appealing
        personal|travel|mileage budget|allowance
        wont|not ..1 give|pay|provide|fund|offer|let
        stopped|withdrew|withdrawn|taken|cut|removed|cancelled ..3 transport|taxi|bus|place|pass
        too near|close|far
        no transport|place|places
    """,
    "handling": """
        late|driver|escort|never|turned|rude|waiting|waited|chased|chasing|delay|delayed|delays|complained|unanswered
        no|not ..2 reply|replied|answer|answered|response
        nobody ..3 rings|calls|answers|replies|answer|reply|call
        lost|mislaid ..3 form|forms|application|paperwork|appeal
        handled|dealt|processed badly|wrongly|with
        mistake|mistakes|error|errors|wrong form|date|address|information
    """,
    "remand": """
        remand|remanded
        secure unit|accommodation|home|order|childrens
    """,
    "social_care_part": """
        short break|breaks
        respite|overnights|overnight
        social care
        direct payments|payment
        section 17
        s17
    """,
    "private_fostering": """
        private fostering
        privately fostered
    """,
}  # fmt: skip

_READ: Mapping[str, tuple[Phrase, ...]] = {name: read_all(lines, {}) for name, lines in _HINTS.items()}
_SPELLING = Spelling(vocabulary([phrase for phrases in _READ.values() for phrase in phrases]))


class Account:
    """An account that can be asked what it mentions."""

    def __init__(self, text: str) -> None:
        """`text` is what somebody told, as they wrote it."""
        self._text = text
        self._heard: Heard | None = None

    def mentions(self, hint: str) -> bool:
        """True where the account mentions it; raises KeyError for a hint that does not exist."""
        if self._heard is None:
            self._heard = Heard(_SPELLING.words(self._text))
        return any(map(self._heard.ends, _READ[hint]))
