"""Routes: every address of the console, and who may use it. A test walks this table with every role."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bot.console import act_pages, case_pages, coming_back_pages, machine, pages, report_pages, signing
from bot.console.call import Call

ANYBODY = "anybody"
SIGNED_IN = "signed_in"


@dataclass(frozen=True)
class Route:
    """One address. `act` is ANYBODY, SIGNED_IN, or an act of bot.roles; `fields` are all that its form may hold."""

    method: str
    path: str
    act: str
    handler: Callable[[Call], Awaitable[web.Response]]
    fields: tuple[str, ...] = ()
    polls: bool = False  # a page that keeps itself up to date does not keep the session alive
    this_machine: bool = False  # also for whoever asks from this machine without signing in


ALERT = "/alerts/{alert}"
CONVERSATION = "/conversations/{conversation}"
CASE = "/cases/{reference}"
TASK = "/tasks/{task}"
OFFICER = "/officers/{officer}"
REPORT = "/reports/{period}"

ROUTES = (
    Route("GET", "/sign-in", ANYBODY, signing.sign_in_page),
    Route("POST", "/sign-in", ANYBODY, signing.sign_in, ("email", "passphrase", "next")),
    Route("GET", "/first", ANYBODY, signing.first_page),
    Route("POST", "/first", ANYBODY, signing.first, ("code", "name", "email", "passphrase")),
    Route("GET", "/code", ANYBODY, signing.code_page),
    Route("POST", "/code", ANYBODY, signing.code, ("email", "code", "passphrase")),
    Route("POST", "/sign-out", SIGNED_IN, signing.sign_out),
    Route("POST", "/stay", SIGNED_IN, signing.stay),
    Route("GET", "/", SIGNED_IN, pages.home),
    Route("GET", "/live/queue", "read_queue", pages.live_queue, polls=True),
    Route("GET", ALERT, "read_alert", pages.alert),
    Route("POST", ALERT + "/acknowledge", "acknowledge_alert", pages.acknowledge),
    Route("POST", ALERT + "/note", "note_alert", pages.note_alert, ("note",)),
    Route("POST", ALERT + "/release", "release_alert", pages.release),
    Route("POST", ALERT + "/close", "close_alert", pages.close_alert, ("reason",)),
    Route("GET", CONVERSATION, "read_conversation", case_pages.conversation),
    Route("GET", "/live" + CONVERSATION, "read_conversation", case_pages.live_conversation, polls=True),
    Route("POST", CONVERSATION + "/details", "show_details", case_pages.show_details, ("reason",)),
    Route("POST", CONVERSATION + "/claim", "claim_conversation", case_pages.claim),
    Route("POST", CONVERSATION + "/take-over", "take_over_conversation", case_pages.take_over),
    Route("POST", CONVERSATION + "/reply", "reply", case_pages.reply, ("text",)),
    Route("POST", CONVERSATION + "/hand-back", "hand_back", case_pages.hand_back),
    Route("GET", CASE, "read_case", case_pages.case),
    Route(
        "POST",
        CASE + "/pathway",
        "confirm_pathway",
        case_pages.pathway,
        ("version", "pathway", "signposted_to", "reason"),
    ),
    Route("GET", CASE + "/acts/{act}", "work_case", act_pages.act),
    Route("POST", CASE + "/acts/{act}", "work_case", act_pages.do, act_pages.FIELDS),
    Route("POST", CASE + "/message", "reply", coming_back_pages.write, ("text",)),
    Route("GET", CASE + "/secret", "give_new_secret", coming_back_pages.secret_form),
    Route("POST", CASE + "/secret", "give_new_secret", coming_back_pages.new_secret, ("through", "note", "task")),
    Route("GET", TASK, "finish_task", case_pages.task),
    Route("POST", TASK, "finish_task", case_pages.finish_task, ("note", "outcome")),
    Route("GET", "/reports", "make_report", report_pages.reports),
    Route("GET", REPORT, "make_report", report_pages.report),
    Route("GET", "/live" + REPORT, "make_report", report_pages.live_report, polls=True),
    Route("POST", REPORT + "/anew", "make_report", report_pages.anew),
    Route("POST", REPORT + "/text", "make_report", report_pages.write, ("box", "text")),
    Route("POST", REPORT + "/quotations", "make_report", report_pages.quote, ("quotation", "choice")),
    Route("POST", REPORT + "/quotations/out", "make_report", report_pages.unquote, ("place",)),
    Route("POST", REPORT + "/issue", "make_report", report_pages.issue),
    Route("GET", REPORT + "/{copy}/{form}", "make_report", report_pages.file),
    Route("GET", REPORT + "/{copy}/charts/{table}", "make_report", report_pages.chart),
    Route("GET", "/officers", "manage_officers", pages.officers),
    Route("POST", "/officers", "manage_officers", pages.add_officer, ("name", "email", "roles")),
    Route("POST", OFFICER + "/code", "manage_officers", pages.new_code),
    Route("POST", OFFICER + "/disable", "manage_officers", pages.disable),
    Route("GET", "/healthz", ANYBODY, machine.healthz),
    Route("GET", "/metrics", "read_metrics", machine.metrics, this_machine=True),
    Route("GET", "/static/{name}", ANYBODY, machine.static),
)
