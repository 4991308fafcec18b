"""Options of a choice, and the items of an order or a list: texts that must differ from each other."""

import pytest

from quiz.card import Choice, Item, List, Option, Order
from quiz.deck.problem import Code

QUITO, LIMA = Option("Quito", True), Option("Lima", False)


@pytest.mark.parametrize(
    ("keys", "options"),
    [
        ("a: Quito\nwrong: [Lima]", (QUITO, LIMA)),
        ("a: Quito\nwrong: Lima", (QUITO, LIMA)),
        ("wrong: [Lima]\na: Quito", (QUITO, LIMA)),
        ("a: Quito\nwrong: [Lima, no]", (QUITO, LIMA, Option("no", False))),
        ("a: 3\nwrong: [2, true]", (Option("3", True), Option("2", False), Option("true", False))),
        ("a: true\nwrong: [false]", (Option("true", True), Option("false", False))),
        ("a: {text: Quito, why: High up.}\nwrong: [Lima]", (Option("Quito", True, "High up."), LIMA)),
        ("a: Quito\nwrong: [{text: Lima}]", (QUITO, LIMA)),
        ("a: Quito\nwrong: [{text: None, pin: true}]", (QUITO, Option("None", False, is_pinned=True))),
        ("a: Quito\nwrong: {text: Lima, why: Peru.}", (QUITO, Option("Lima", False, "Peru."))),
    ],
)
def test_a_choice_of_one_has_its_options_the_right_one_first(right, keys, options):
    assert right(f"q: Where?\n{keys}").asks == Choice("Where?", options)


@pytest.mark.parametrize(
    ("keys", "options"),
    [
        ("a: [Quito]\nwrong: [Lima]", (QUITO, LIMA)),
        ("a: [Quito, Loja]\nwrong: Lima", (QUITO, Option("Loja", True), LIMA)),
        ("a:\n- {text: Quito, pin: true}\nwrong: Lima", (Option("Quito", True, is_pinned=True), LIMA)),
    ],
)
def test_a_list_of_answers_asks_for_all_that_apply(right, keys, options):
    assert right(f"q: Where?\n{keys}").asks == Choice("Where?", options, is_several=True)


@pytest.mark.parametrize(
    ("keys", "problems"),
    [
        ("wrong: [Lima]", [(1, 1, Code.MISSING_KEY)]),
        ("a: [Quito, Loja]", [(2, 4, Code.MISSING_KEY)]),
        ("a: []\nwrong: [Lima]", [(2, 4, Code.BAD_VALUE)]),
        ("a:\nwrong: [Lima]", [(2, 3, Code.BAD_VALUE)]),
        ("a: Quito\nwrong:", [(3, 7, Code.BAD_VALUE)]),
        ("a: Quito\nwrong: []", [(3, 8, Code.BAD_VALUE)]),
        ("a: Quito\nwrong: [Lima, '']", [(3, 15, Code.BAD_VALUE)]),
        ("a: Quito\nwrong: [[Lima]]", [(3, 9, Code.BAD_VALUE)]),
        ("a: Quito\nwrong: [{why: x}]", [(3, 9, Code.MISSING_KEY)]),
        ("a: Quito\nwrong: [{text: ''}]", [(3, 16, Code.BAD_VALUE)]),
        ("a: Quito\nwrong: [{text: Lima, whi: x}]", [(3, 22, Code.UNKNOWN_KEY)]),
        ("a: Quito\nwrong: [{text: Lima, pin: yes}]", [(3, 27, Code.BAD_VALUE)]),
        ("a: Quito\nwrong: [{text: Lima, why: ''}]", [(3, 27, Code.BAD_VALUE)]),
        ("a: Quito\nwrong: [{text: '', pin: yes}]", [(3, 16, Code.BAD_VALUE), (3, 25, Code.BAD_VALUE)]),
        ("a: Quito\nwrong: [quito, Lima]", [(3, 9, Code.DUPLICATE_OPTION)]),
        ("a: Quito\nwrong: [Lima, ' LIMA ']", [(3, 15, Code.DUPLICATE_OPTION)]),
        ("a: [Quito, quito]\nwrong: [Lima]", [(2, 12, Code.DUPLICATE_OPTION)]),
        ("a: Quito\nwrong: [{text: quito}]", [(3, 9, Code.DUPLICATE_OPTION)]),
    ],
)
def test_what_is_wrong_with_an_option_is_told_at_its_place(wrong, keys, problems):
    assert wrong(f"q: Where?\n{keys}") == problems


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("a: [Quito, Loja]", "a list of answers makes a choice, which needs `wrong` answers too"),
        ("a: Quito\nwrong: []", "`wrong` is empty: give at least one option"),
        ("a: Quito\nwrong: ['']", "an option of `wrong` is a text, or has `text` and `why`"),
        ("a: Quito\nwrong: [{pin: true}]", "an option needs `text`"),
        (
            "a: Quito\nwrong: [QUITO]",
            "the right answer “QUITO” is also among the wrong ones: remove one of the two",
        ),
        (
            "a: [Quito, QUITO]\nwrong: Lima",
            "the option “QUITO” is given twice, first on line 2: remove one of the two",
        ),
        (
            "a: Quito\nwrong:\n- Lima\n- Bogotá\n- Lima",
            "the option “Lima” is given twice, first on line 4: remove one of the two",
        ),
        (
            f"a: Quito\nwrong: [{'x' * 70}, {'x' * 70}]",
            f"the option “{'x' * 60}” is given twice, first on line 3: remove one of the two",
        ),
    ],
)
def test_the_message_about_an_option_holds_the_cure(told, keys, words):
    assert told(f"q: Where?\n{keys}") == [words]


@pytest.mark.parametrize("written", ["[one, 2, true]", "\n- one\n- 2\n- true"])
def test_the_items_of_an_order_are_texts_in_their_order(right, written):
    assert right(f"q: In what order?\norder: {written}").asks == Order("In what order?", ("one", "2", "true"))


@pytest.mark.parametrize(
    ("written", "items"),
    [
        ("[Antwerp, Ghent]", (Item("Antwerp"), Item("Ghent"))),
        ("\n- Antwerp\n- 1914", (Item("Antwerp"), Item("1914"))),
        ("[{text: Antwerp, accept: Anvers}, Ghent]", (Item("Antwerp", ("Anvers",)), Item("Ghent"))),
        (
            "\n- text: Antwerp\n  accept: [Anvers, Antwerpen]\n- {text: Ghent}",
            (Item("Antwerp", ("Anvers", "Antwerpen")), Item("Ghent")),
        ),
        (
            "[{text: Antwerp, accept: [Anvers, ANTWERP, anvers]}, Ghent]",
            (Item("Antwerp", ("Anvers",)), Item("Ghent")),
        ),
    ],
)
def test_the_items_of_a_list_are_texts_that_may_have_other_spellings(right, written, items):
    assert right(f"q: Which?\nlist: {written}").asks == List("Which?", items)


@pytest.mark.parametrize("key", ["order", "list"])
@pytest.mark.parametrize(
    ("written", "column", "code"),
    [
        ("", None, Code.BAD_VALUE),
        ("one", 1, Code.BAD_VALUE),
        ("{one: two}", 1, Code.BAD_VALUE),
        ("[]", 1, Code.BAD_VALUE),
        ("[one]", 1, Code.BAD_VALUE),
        ("[one, '']", 7, Code.BAD_VALUE),
        ("[one, [two]]", 7, Code.BAD_VALUE),
        ("[one, two, one]", 12, Code.DUPLICATE_OPTION),
        ("[one, two, ' ONE ']", 12, Code.DUPLICATE_OPTION),
        ("[l'eau, two, L’EAU]", 14, Code.DUPLICATE_OPTION),
    ],
)
def test_what_is_wrong_with_an_item_is_told_at_its_place(wrong, key, written, column, code):
    behind = len(f"{key}: ")
    place = (2, behind + column) if column else (2, behind)
    assert wrong(f"q: Which?\n{key}: {written}") == [(*place, code)]


@pytest.mark.parametrize(
    ("written", "problems"),
    [
        ("[{text: ''}, b]", [(2, 15, Code.BAD_VALUE)]),
        ("[{accept: a}, b]", [(2, 8, Code.MISSING_KEY)]),
        ("[{accept: ''}, b]", [(2, 8, Code.MISSING_KEY), (2, 17, Code.BAD_VALUE)]),
        ("[{text: a, accpt: c}, b]", [(2, 18, Code.UNKNOWN_KEY)]),
        ("[{text: a, accept: []}, b]", [(2, 26, Code.BAD_VALUE)]),
        ("[{text: a, accept: [c, '']}, b]", [(2, 30, Code.BAD_VALUE)]),
        ("[Berlin: capital, b]", [(2, 8, Code.MISSING_KEY), (2, 8, Code.UNKNOWN_KEY)]),
        ("\n- text: a\n  accept: [c, d]\n- text: b\n  accept:\n  - d", [(7, 5, Code.DUPLICATE_OPTION)]),
        ("\n- a\n- why: b\n  text: A", [(4, 3, Code.UNKNOWN_KEY), (5, 9, Code.DUPLICATE_OPTION)]),
        ("\n- a\n- text: b\n  accept: A", [(5, 11, Code.DUPLICATE_OPTION)]),
        ("[police, the police]", [(2, 16, Code.DUPLICATE_OPTION)]),
        ("[police, Police!]", [(2, 16, Code.DUPLICATE_OPTION)]),
    ],
)
def test_what_is_wrong_with_an_item_of_a_list_is_told_at_its_place(wrong, written, problems):
    assert sorted(wrong(f"q: Which?\nlist: {written}")) == sorted(problems)


def test_items_to_put_in_order_may_differ_by_an_article(right):
    assert right("q: Which?\norder: [police, the police]").asks.items == ("police", "the police")


def test_an_item_of_an_order_has_no_other_spellings(wrong):
    assert wrong("q: Which?\norder: [{text: one, accept: two}, three]") == [(2, 9, Code.BAD_VALUE)]


@pytest.mark.parametrize(("language", "problems"), [("en", 0), ("nl", 1)])
def test_which_articles_make_two_items_one_is_told_by_the_language(wrong, language, problems):
    assert len(wrong("q: Which?\nlist: [haven, de haven]", language=language)) == problems


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (
            "order: [one]",
            "`order` is a list of two or more: write each item on a line of its own, after `- `",
        ),
        ("list: one", "`list` is a list of two or more: write each item on a line of its own, after `- `"),
        ("order: [one, '']", "an item of `order` is a text"),
        ("list: [one, '']", "an item of `list` is a text, or has `text` and `accept`"),
        ("list: [one, {accept: x}]", "an item of a list needs `text`"),
        ("order:\n- one\n- two\n- ONE", "“ONE” is given twice, first on line 3: remove one of the two"),
        ("list:\n- one\n- the one", "“the one” is given twice, first on line 3: remove one of the two"),
    ],
)
def test_the_message_about_an_item_holds_the_cure(told, keys, words):
    assert told(f"q: Which?\n{keys}") == [words]
