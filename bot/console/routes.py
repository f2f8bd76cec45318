"""Routes: every address of the console, and who may use it. A test walks this table with every role."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bot.console import (
    access_pages,
    act_form,
    act_pages,
    answer_pages,
    audit_pages,
    case_pages,
    coming_back_pages,
    duty_pages,
    export_pages,
    glance_pages,
    letter_pages,
    machine,
    notice_pages,
    pages,
    paper_pages,
    people_pages,
    pool_pages,
    queue_pages,
    report_pages,
    second_pages,
    signing,
    sso_pages,
    talk_pages,
    telephone_pages,
)
from bot.console.call import Call

ANYBODY = "anybody"
HALFWAY = "halfway"  # who has given a passphrase and not yet the second factor
SIGNED_IN = "signed_in"


@dataclass(frozen=True)
class Route:
    """One address. `act` is ANYBODY, HALFWAY, SIGNED_IN, or an act of bot.roles.

    `fields` are all that its form may hold.
    """

    method: str
    path: str
    act: str
    handler: Callable[[Call], Awaitable[web.StreamResponse]]
    fields: tuple[str, ...] = ()
    polls: bool = False  # a page that keeps itself up to date does not keep the session alive
    file: str = ""  # the one field that holds a file, which may be as large as case_reports.MOST_BYTES
    this_machine: bool = False  # also for whoever asks from this machine without signing in


ALERT = "/alerts/{alert}"
CONVERSATION = "/conversations/{conversation}"
CASE = "/cases/{reference}"
TASK = "/tasks/{task}"
ACCESS = CASE + "/access"
LETTERS = CASE + "/letters"
LETTER = LETTERS + "/{letter}"
OFFICER = "/officers/{officer}"
CALL = "/telephone/{call}"
GLANCE = "/glance"
REPORT = "/reports/{period}"

ROUTES = (
    Route("GET", "/sign-in", ANYBODY, signing.sign_in_page),
    Route("POST", "/sign-in", ANYBODY, signing.sign_in, ("email", "passphrase", "next")),
    Route("GET", "/first", ANYBODY, signing.first_page),
    Route("POST", "/first", ANYBODY, signing.first, ("code", "name", "email", "passphrase")),
    Route("GET", "/code", ANYBODY, signing.code_page),
    Route("POST", "/code", ANYBODY, signing.code, ("email", "code", "passphrase")),
    Route("GET", "/sso", ANYBODY, sso_pages.leave),
    Route("GET", "/sso/return", ANYBODY, sso_pages.arrive),
    Route("GET", "/duty", ANYBODY, duty_pages.duty_page),
    Route("POST", "/duty", ANYBODY, duty_pages.duty, ("code", "name")),
    Route("GET", "/second", HALFWAY, second_pages.second_page),
    Route("POST", "/second", HALFWAY, second_pages.second, ("code", "next")),
    Route("GET", "/enrol", HALFWAY, second_pages.enrol_page),
    Route("POST", "/enrol", HALFWAY, second_pages.enrol, ("code",)),
    Route("GET", "/account", SIGNED_IN, second_pages.account),
    Route("POST", "/account/passphrase", SIGNED_IN, second_pages.passphrase, ("passphrase", "new_passphrase")),
    Route("POST", "/account/recovery", SIGNED_IN, second_pages.recovery, ("code",)),
    Route("POST", "/sign-out", SIGNED_IN, signing.sign_out),
    Route("POST", "/stay", SIGNED_IN, signing.stay),
    Route("GET", "/", SIGNED_IN, queue_pages.home),
    Route("GET", "/live/queue", "read_queue", queue_pages.live_queue, polls=True),
    Route("GET", "/live/queue/events", "read_queue", queue_pages.events, polls=True),
    Route("POST", "/search", "search_cases", queue_pages.search, ("words",)),
    Route("GET", ALERT, "read_alert", pages.alert),
    Route("POST", ALERT + "/acknowledge", "acknowledge_alert", pages.acknowledge),
    Route("POST", ALERT + "/note", "note_alert", pages.note_alert, ("note",)),
    Route("POST", ALERT + "/release", "release_alert", pages.release),
    Route("POST", ALERT + "/close", "close_alert", pages.close_alert, ("reason",)),
    Route("POST", ALERT + "/duty-code", "give_duty_code", duty_pages.give),
    Route("GET", "/account/notices", SIGNED_IN, notice_pages.notices),
    Route("POST", "/account/notices", SIGNED_IN, notice_pages.choose, ("kind",)),
    Route("GET", CONVERSATION, "read_conversation", talk_pages.conversation),
    Route("GET", "/live" + CONVERSATION, "read_conversation", talk_pages.live_conversation, polls=True),
    Route("GET", "/live" + CONVERSATION + "/state", "read_conversation", talk_pages.live_state, polls=True),
    Route("POST", CONVERSATION + "/details", "show_details", talk_pages.show_details, ("reason",)),
    Route("POST", CONVERSATION + "/claim", "claim_conversation", talk_pages.claim),
    Route("POST", CONVERSATION + "/take-over", "take_over_conversation", talk_pages.take_over),
    Route("POST", CONVERSATION + "/draft", "reply", talk_pages.draft, ("text", "answer")),
    Route("POST", CONVERSATION + "/reply", "reply", talk_pages.reply, ("text", "answer")),
    Route("POST", CONVERSATION + "/note", "note_conversation", talk_pages.note, ("note",)),
    Route("POST", CONVERSATION + "/hand-back", "hand_back", talk_pages.hand_back),
    Route("POST", CONVERSATION + "/close", "close_conversation", talk_pages.close, ("how",)),
    Route("GET", CASE, "read_case", case_pages.case),
    Route(
        "POST",
        CASE + "/pathway",
        "confirm_pathway",
        case_pages.pathway,
        ("version", "pathway", "signposted_to", "reason"),
    ),
    Route("GET", CASE + "/acts/{act}", "open_act", act_pages.act),
    Route("POST", CASE + "/acts/{act}", "open_act", act_pages.do, act_form.FIELDS),
    Route("POST", CASE + "/acts/{act}/decline", "decide_proposal", act_pages.decline, ("version", "reason")),
    Route("POST", CASE + "/contact", "show_contact", case_pages.contact, ("why",)),
    Route("GET", "/pool", "see_pool", pool_pages.pool),
    Route("POST", "/pool", "keep_pool", pool_pages.keep, pool_pages.FIELDS),
    Route("POST", "/pool/{person}/leave", "keep_pool", pool_pages.leave),
    Route("GET", CASE + "/reports", "read_report", paper_pages.papers),
    Route("POST", CASE + "/reports", "bring_report", paper_pages.bring, ("kind",), file="report"),
    Route("GET", CASE + "/reports/{paper}", "read_report", paper_pages.paper),
    Route("GET", ACCESS, "read_access", access_pages.access),
    Route("POST", ACCESS, "prepare_access", access_pages.ask, ("version", "asked_on", "known_by")),
    Route("POST", ACCESS + "/contact", "read_access", access_pages.contact, ("why",)),
    Route("POST", ACCESS + "/extend", "prepare_access", access_pages.extend, ("version", "extend_reason")),
    Route("POST", ACCESS + "/prepare", "prepare_access", access_pages.prepare, ("version", "also", "reason")),
    Route("POST", ACCESS + "/check", "check_access", access_pages.check, ("version",)),
    Route("POST", ACCESS + "/take", "prepare_access", access_pages.take),
    Route("GET", "/telephone", "take_by_telephone", telephone_pages.first),
    Route("POST", "/telephone", "take_by_telephone", telephone_pages.begin),
    Route("GET", CALL, "take_by_telephone", telephone_pages.question),
    Route("POST", CALL, "take_by_telephone", telephone_pages.answer, telephone_pages.FIELDS),
    Route("GET", CASE + "/people", "give_case", people_pages.people),
    Route("POST", CASE + "/people", "give_case", people_pages.give, ("to", "capacity", "points", "until")),
    Route("POST", CASE + "/take", "give_case", people_pages.take),
    Route("POST", CASE + "/people/{allocation}/end", "give_case", people_pages.take_back),
    Route("POST", CASE + "/conflict", "declare_conflict", people_pages.conflict, ("officer",)),
    Route("POST", CASE + "/message", "reply", coming_back_pages.write, ("text",)),
    Route("GET", CASE + "/secret", "give_new_secret", coming_back_pages.secret_form),
    Route("POST", CASE + "/secret", "give_new_secret", coming_back_pages.new_secret, ("through", "note", "task")),
    Route("GET", LETTERS, "read_letter", letter_pages.letters),
    Route("POST", LETTERS, "draft_letter", letter_pages.begin, ("kind",)),
    Route("GET", LETTER, "read_letter", letter_pages.letter),
    Route("GET", LETTER + "/letter.docx", "read_letter", letter_pages.document),
    Route("POST", LETTER + "/text", "draft_letter", letter_pages.write, ("revision", "text", *letter_pages.FIELDS)),
    Route("POST", LETTER + "/hand-in", "draft_letter", letter_pages.moving("hand_in"), ("revision",)),
    Route("POST", LETTER + "/drop", "draft_letter", letter_pages.moving("drop"), ("revision",)),
    Route("POST", LETTER + "/vet", "vet_letter", letter_pages.moving("vet"), ("revision",)),
    Route("POST", LETTER + "/sign", "sign_letter", letter_pages.moving("sign"), ("revision",)),
    Route("POST", LETTER + "/send", "send_letter", letter_pages.moving("send"), ("revision",)),
    Route("POST", LETTER + "/send-back", "send_back_letter", letter_pages.moving("send_back"), ("revision", "reason")),
    Route("GET", TASK, "finish_task", case_pages.task),
    Route("POST", TASK, "finish_task", case_pages.finish_task, ("note", "outcome")),
    Route("GET", GLANCE, "see_glance", glance_pages.glance),
    Route("GET", GLANCE + "/{figure}/csv", "see_glance", glance_pages.csv),
    Route("GET", GLANCE + "/{figure}/chart", "see_glance", glance_pages.chart),
    Route("GET", "/answers", "keep_answers", answer_pages.answers),
    Route("POST", "/answers", "keep_answers", answer_pages.keep, ("answer", "title", "text", "for_children")),
    Route("POST", "/answers/{answer}/remove", "keep_answers", answer_pages.remove),
    Route("GET", "/reports", "read_reports", report_pages.reports),
    Route("GET", REPORT, "make_report", report_pages.report),
    Route("GET", "/live" + REPORT, "make_report", report_pages.live_report, polls=True),
    Route("POST", REPORT + "/anew", "make_report", report_pages.anew),
    Route("POST", REPORT + "/text", "make_report", report_pages.write, ("box", "text")),
    Route("POST", REPORT + "/quotations", "make_report", report_pages.quote, ("quotation", "choice")),
    Route("POST", REPORT + "/quotations/out", "make_report", report_pages.unquote, ("place",)),
    Route("POST", REPORT + "/issue", "make_report", report_pages.issue),
    Route("GET", REPORT + "/{copy}/{form}", "read_reports", report_pages.file),
    Route("GET", REPORT + "/{copy}/charts/{table}", "make_report", report_pages.chart),
    Route("GET", "/officers", "manage_officers", pages.officers),
    Route("POST", "/officers", "manage_officers", pages.add_officer, ("name", "email", "roles")),
    Route("POST", OFFICER + "/code", "manage_officers", pages.new_code),
    Route("POST", OFFICER + "/subject", "manage_officers", pages.link, ("subject",)),
    Route("POST", OFFICER + "/teams", "manage_officers", pages.teams, ("teams",)),
    Route("POST", OFFICER + "/start-again", "manage_officers", pages.start_again),
    Route("POST", OFFICER + "/disable", "manage_officers", pages.disable),
    Route("GET", "/audit", "read_audit", audit_pages.audit),
    Route("GET", "/exports", "see_exports", export_pages.exports),
    Route("POST", "/exports", "ask_export", export_pages.ask, ("reason",)),
    Route("POST", "/exports/{export}/approve", "approve_export", export_pages.approve),
    Route("POST", "/exports/{export}/take", "ask_export", export_pages.take),
    Route("GET", "/healthz", ANYBODY, machine.healthz),
    Route("GET", "/metrics", "read_metrics", machine.metrics, this_machine=True),
    Route("GET", "/static/{name}", ANYBODY, machine.static),
)
