"""The linter itself: order, ignoring, limits."""

from pathlib import Path

from quiz.collection import open_library
from quiz.deck import Severity
from quiz.lint import lint
from quiz.lint.linter import MOST_FINDINGS

NAMED = "hint: It is Quito."
CITY = "q: In which city was the protocol signed?, a: Quito"
PORT = "q: Which port is named?, a: Antwerp, hint: Antwerp of course"


def ignore(code: str) -> str:
    return f"lint: {{ignore: {{{code}: considered}}}}"


def test_a_finding_is_a_warning_with_its_place_and_the_cure(linted):
    (finding,) = linted(f"{CITY}, {NAMED}")
    assert (finding.severity, finding.code) == (Severity.WARNING, "hint-names-answer")
    assert (finding.line, finding.column) == (3, 63)
    assert finding.message == "the hint names the answer: point to it without naming it"


def test_a_good_deck_has_no_finding(linted):
    assert linted(CITY) == ()


def test_findings_stand_in_order_of_path_and_place(tmp_path: Path):
    for name in ("b", "a"):
        notes = f"- {{{CITY}, {NAMED}}}\n- {{{PORT}}}\n"
        (tmp_path / f"{name}.yaml").write_text(f"deck: {name}\ncards:\n{notes}", encoding="utf-8")
    library = open_library((tmp_path / "b.yaml", tmp_path / "a.yaml"))
    assert [(one.path.stem, one.line) for one in lint(library)] == [("a", 3), ("a", 4), ("b", 3), ("b", 4)]


def test_the_same_deck_has_the_same_findings_twice(linted):
    notes = (f"{CITY}, {NAMED}", PORT, "q: The protocol was signed in which city?, a: Quito")
    assert linted(*notes) == linted(*notes)


def test_what_a_note_ignores_is_left_out_and_the_rest_still_told(found):
    ignored = f"{CITY}, {NAMED}, {ignore('hint-names-answer')}"
    assert found(ignored, PORT) == [(4, "hint-names-answer")]


def test_what_a_deck_ignores_is_left_out_in_all_its_notes(found):
    top = f"{ignore('hint-names-answer')}\n"
    again = "q: The protocol was signed in which city?, a: Quito"
    assert found(f"{CITY}, {NAMED}", PORT, again, top=top) == [(6, "near-duplicate")]


def test_an_ignore_that_hides_nothing_is_told_where_it_stands(linted):
    (finding,) = linted(f"{CITY}, {ignore('hint-names-answer')}")
    assert (finding.line, finding.column, finding.code) == (3, 63, "unused-ignore")


def test_an_ignore_of_the_deck_is_unused_where_every_note_ignores_for_itself(linted):
    note = f"{CITY}, {NAMED}, {ignore('hint-names-answer')}"
    (finding,) = linted(note, top=f"{ignore('hint-names-answer')}\n")
    assert (finding.line, finding.code) == (1, "unused-ignore")


def test_an_unknown_code_is_told_with_the_nearest(linted):
    (finding,) = linted(f"{CITY}, {ignore('near-duplicat')}")
    assert finding.message == "`near-duplicat` is no code of a finding: did you mean `near-duplicate`?"


def test_a_problem_can_not_be_ignored(linted):
    (finding,) = linted(f"{CITY}, {ignore('quote-not-found')}")
    assert "is a problem, which can't be ignored" in finding.message


def test_an_unused_ignore_can_not_be_ignored(linted):
    (finding,) = linted(f"{CITY}, {ignore('unused-ignore')}")
    assert (finding.code, finding.message) == (
        "unused-ignore",
        "`unused-ignore` can't be ignored: remove it",
    )


def test_where_a_note_could_not_be_read_no_ignore_is_called_unused(found):
    assert found(f"{CITY}, {ignore('near-duplicate')}", "q: no answer") == []


def test_where_a_document_is_missing_no_ignore_is_called_unused_but_a_wrong_code_is(linted):
    ignored = "{near-duplicate: considered, xyzzy: a magic word, no-quote: there is none}"
    (finding,) = linted(f"{CITY}, lint: {{ignore: {ignored}}}", top="source: missing.txt\n")
    assert "`xyzzy`" in finding.message


def test_of_many_findings_200_are_listed_and_the_rest_are_counted(linted):
    notes = [f"q: Which port is number {n}?, a: Alpha{n}, hint: It is Alpha{n}" for n in range(203)]
    findings = linted(*notes)
    assert len(findings) == MOST_FINDINGS + 1
    assert (findings[-1].line, findings[-1].code) == (None, "more-findings")
    assert findings[-1].message == "and 3 more findings in this file"


def test_a_finding_of_each_deck_counts_for_itself(tmp_path: Path):
    for name in ("a", "b"):
        notes = "".join(f"- {{q: Port {n}?, a: Alpha{n}, hint: An Alpha{n}}}\n" for n in range(150))
        (tmp_path / f"{name}.yaml").write_text(f"deck: {name}\ncards:\n{notes}", encoding="utf-8")
    assert len(lint(open_library((tmp_path,)))) == 300
