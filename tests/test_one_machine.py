"""What must be so before a service starts: a DATA_DIR of its own, and free ports."""

from __future__ import annotations

import socket
from dataclasses import replace
from pathlib import Path

import pytest

from bot.one_machine import AlreadyRunning, check_ports, only_one
from bot.settings import BadSetting, Settings
from tests.journeys.stack import free_ports


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    rasa, actions, widget, console = free_ports(4)
    return Settings(
        data_dir=tmp_path, rasa_port=rasa, actions_port=actions, widget_port=widget, console_port=console
    )  # fmt: skip


def test_a_second_service_on_the_same_data_is_refused_and_told_who_has_it(tmp_path: Path) -> None:
    with only_one(tmp_path):
        holder = (tmp_path / "run.lock").read_text()
        with pytest.raises(AlreadyRunning, match=rf"already \(process {holder}\)"), only_one(tmp_path):
            pass


def test_the_data_is_free_again_when_the_service_has_ended(tmp_path: Path) -> None:
    with only_one(tmp_path):
        pass
    with only_one(tmp_path):
        pass


def test_free_ports_are_no_fault(settings: Settings) -> None:
    check_ports(settings)


def test_a_port_in_use_is_named_with_the_setting_that_changes_it(settings: Settings) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", settings.console_port))
        other.listen()
        with pytest.raises(BadSetting, match=rf"Port {settings.console_port} is in use.*CONSOLE_PORT="):
            check_ports(settings)


def test_two_parts_on_one_port_are_named(settings: Settings) -> None:
    with pytest.raises(BadSetting, match="CONSOLE_PORT and WIDGET_PORT are both"):
        check_ports(replace(settings, console_port=settings.widget_port))


def test_a_host_that_this_machine_does_not_have_is_named(settings: Settings) -> None:
    with pytest.raises(BadSetting, match=r"WIDGET_HOST is '192\.0\.2\.1'"):
        check_ports(replace(settings, widget_host="192.0.2.1"))
