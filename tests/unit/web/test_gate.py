"""A link works once; a session is known as long as the gate stands."""

from itertools import count

from quiz.web.gate import Gate


def gate() -> Gate:
    secrets = count(1)
    return Gate(lambda: f"secret {next(secrets)}")


def test_a_link_works_once_and_gives_a_session_that_is_another_secret():
    ours = gate()
    token = ours.token
    session = ours.exchange(token)
    assert session not in (None, token, ours.token)
    assert ours.knows(session)
    assert ours.exchange(token) is None


def test_after_each_link_the_next_is_in_force_and_earlier_sessions_stay():
    ours = gate()
    first, second = ours.exchange(ours.token), ours.exchange(ours.token)
    assert first
    assert second
    assert ours.knows(first)
    assert ours.knows(second)


def test_a_wrong_link_gives_nothing_and_leaves_the_right_one_in_force():
    ours = gate()
    token = ours.token
    for wrong in ("", "secret", f"{token} ", "é", "\udcff"):
        assert ours.exchange(wrong) is None
    assert ours.token == token
    assert ours.exchange(token)


def test_a_token_is_no_session_nor_is_nothing():
    ours = gate()
    token = ours.token
    assert not ours.knows("")
    ours.exchange(token)
    assert not ours.knows("")
    assert not ours.knows(token)
    assert not ours.knows(ours.token)
