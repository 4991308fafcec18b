"""`quiz serve`: what it says where nothing can be served."""

import socket
import sys

import pytest

from quiz.cli import run


def said(capsys: pytest.CaptureFixture[str]) -> list[str]:
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err.splitlines()


@pytest.mark.parametrize("missing", ["aiohttp", "textual_serve"])
def test_without_the_extra_one_line_says_how_to_install_it(
    missing: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    for name in [
        name for name in sys.modules if name.split(".")[0] == missing or name.startswith("quiz.web")
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, missing, None)
    assert run(["serve"]) == 2
    (line,) = said(capsys)
    assert "pip install '.[web]'" in line


def test_a_port_that_is_taken_is_said_in_one_line(capsys: pytest.CaptureFixture[str]):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        assert run(["serve", "--port", str(port)]) == 2
    assert said(capsys) == [f"quiz: port {port} is taken: choose another with --port"]


@pytest.mark.parametrize("host", ["192.0.2.7", "no-such-host.invalid", "x" * 300, "a..b", "\x1b[31m"])
def test_a_host_that_is_none_of_ours_is_said_in_one_line(host: str, capsys: pytest.CaptureFixture[str]):
    assert run(["serve", "--port", "0", "--host", host]) == 2
    (line,) = said(capsys)
    assert "is no address of this machine" in line
    assert "\x1b" not in line


@pytest.mark.parametrize("port", ["-1", "65536", "eighty"])
def test_a_port_that_is_none_is_wrong_usage(port: str, capsys: pytest.CaptureFixture[str]):
    assert run(["serve", "--port", port]) == 2
    assert "--port" in said(capsys)[0]


def test_a_deck_that_is_not_there_is_told_before_anything_is_served(capsys: pytest.CaptureFixture[str]):
    assert run(["serve", "--port", "0", "no/such.yaml"]) == 2
    (line,) = said(capsys)
    assert "no/such.yaml" in line
