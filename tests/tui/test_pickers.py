"""Placing, pairing and naming on the screen: each key, and what is handed in."""

from collections.abc import Callable
from pathlib import Path

import pytest
from test_round_screen import asked, screen_of, until_asked

from quiz.study import Answered, Choices, items_of
from quiz.tui.app import QuizApp
from quiz.tui.matching import MatchPicker, PartnerList
from quiz.tui.naming import ListEntry
from quiz.tui.ordering import OrderPicker
from quiz.tui.picker import Picker
from quiz.tui.question import QuestionView

Start = Callable[..., QuizApp]


@pytest.fixture
def at(start: Start, sampler: Path):
    """Start a round at a card of the sampler."""

    class _At:
        def __init__(self, name: str) -> None:
            self._name, self._run = name, start(sampler, choices=Choices()).run_test()

        async def __aenter__(self):
            pilot = await self._run.__aenter__()
            await until_asked(pilot, self._name)
            return pilot

        async def __aexit__(self, *error):
            return await self._run.__aexit__(*error)

    return _At


def stage_of(pilot) -> Answered:
    stage = screen_of(pilot).round.stage
    assert isinstance(stage, Answered)
    return stage


def shown(pilot) -> tuple[str, ...]:
    screen = screen_of(pilot)
    return items_of(screen.round, screen.round.stage.card)


@pytest.mark.parametrize(("key", "is_right"), [("1", False), ("2", True), ("t", False), ("f", True)])
async def test_a_statement_is_judged_by_number_or_letter(at, key, is_right):
    async with at("statement") as pilot:
        await pilot.press(key)
        assert stage_of(pilot).verdict.is_right is is_right


async def test_items_are_placed_one_after_another_and_handed_in_by_enter(at):
    async with at("order") as pilot:
        keys = [str(shown(pilot).index(item) + 1) for item in ("Antwerp", "Quito", "Guayaquil")]
        await pilot.press(*keys, "enter")
        assert stage_of(pilot).answer == ("Antwerp", "Quito", "Guayaquil")
        assert stage_of(pilot).verdict.is_right


async def test_placing_an_item_again_takes_its_place_back(at):
    async with at("order") as pilot:
        first, second, _ = shown(pilot)
        await pilot.press("1", "2", "1")
        assert pilot.app.screen.query_one(OrderPicker).given == (second,)
        await pilot.press("space")
        assert pilot.app.screen.query_one(OrderPicker).given == (second, first)


async def test_an_item_is_placed_by_the_mouse(at):
    async with at("order") as pilot:
        await pilot.click(OrderPicker, offset=(6, 1))
        assert pilot.app.screen.query_one(OrderPicker).given == (shown(pilot)[1],)


async def test_an_order_that_is_not_known_earns_nothing(at):
    async with at("order") as pilot:
        await pilot.press("enter")
        assert stage_of(pilot).answer == ()
        assert stage_of(pilot).verdict.share == 0


async def test_a_number_gives_the_marked_line_its_partner_and_goes_on(at):
    async with at("match") as pilot:
        number = {partner: str(place) for place, partner in enumerate(shown(pilot), 1)}
        await pilot.press(number["Belgium"], number["Belgium"], number["Ecuador"], "enter")
        assert stage_of(pilot).answer == ("Belgium", "Belgium", "Ecuador")
        assert stage_of(pilot).verdict.is_right


async def test_the_arrows_choose_the_line_and_space_goes_through_its_partners(at):
    async with at("match") as pilot:
        picker = pilot.app.screen.query_one(MatchPicker)
        await pilot.press("down", "space")
        assert picker.given == ("", shown(pilot)[0], "")
        await pilot.press("space")
        assert picker.given == ("", shown(pilot)[1], "")
        await pilot.press("space")
        assert picker.given == ()


async def test_a_click_on_a_line_goes_through_its_partners(at):
    async with at("match") as pilot:
        await pilot.click(MatchPicker, offset=(6, 2))
        assert pilot.app.screen.query_one(MatchPicker).given == ("", "", shown(pilot)[0])


async def test_things_are_named_one_by_one_until_all_are(at):
    async with at("list") as pilot:
        await pilot.press(*"Latvia", "enter", *"Lietuva", "enter", *"Estonia", "enter")
        assert stage_of(pilot).answer == ("Latvia", "Lietuva", "Estonia")
        assert stage_of(pilot).verdict.is_right


async def test_an_empty_line_hands_in_what_was_named(at):
    async with at("list") as pilot:
        await pilot.press(*"Latvia", "enter", "enter")
        assert stage_of(pilot).answer == ("Latvia",)
        assert stage_of(pilot).verdict.share == pytest.approx(1 / 3)


async def test_backspace_in_an_empty_field_goes_back_to_what_was_named_last(at):
    async with at("list") as pilot:
        await pilot.press(*"Latvla", "enter", "backspace")
        assert pilot.app.screen.query_one(ListEntry).value == "Latvla"
        await pilot.press("backspace", "backspace", *"ia", "enter", "enter")
        assert stage_of(pilot).answer == ("Latvia",)


async def test_space_outside_the_field_hands_in_with_what_stands_in_it(at):
    async with at("list") as pilot:
        await pilot.press(*"Latvia", "enter", *"Estonia", "escape", "space")
        assert stage_of(pilot).answer == ("Latvia", "Estonia")


@pytest.mark.parametrize("name", ["statement", "order", "match", "list"])
async def test_tab_and_letters_outside_the_picker_break_nothing(at, name):
    async with at(name) as pilot:
        await pilot.press("escape", "tab", "x", "9", "down", "up")
        assert asked(pilot) == name


async def test_t_and_f_mean_nothing_where_options_are_picked(at):
    async with at("one") as pilot:
        await pilot.press("t", "f")
        assert asked(pilot) == "one"
        assert not isinstance(screen_of(pilot).round.stage, Answered)


async def test_a_click_on_a_partner_gives_it_to_the_marked_line(at):
    async with at("match") as pilot:
        await pilot.click(PartnerList, offset=(6, 1))
        assert pilot.app.screen.query_one(MatchPicker).given == (shown(pilot)[1], "", "")
        assert isinstance(pilot.app.focused, MatchPicker)


async def test_nought_takes_a_partner_away(at):
    async with at("match") as pilot:
        await pilot.press("1", "up", "0")
        assert pilot.app.screen.query_one(MatchPicker).given == ()


@pytest.mark.parametrize("name", ["order", "match", "one"])
async def test_a_click_beside_the_rows_leaves_them_the_keyboard(at, name):
    async with at(name) as pilot:
        await pilot.click("#question")
        assert isinstance(pilot.app.focused, Picker)


async def test_a_name_that_was_given_takes_no_place(at):
    async with at("list") as pilot:
        await pilot.press(*"Latvia", "enter", *"latvia", "enter")
        field = pilot.app.screen.query_one(ListEntry)
        assert (field.value, field.placeholder) == ("", "Named already. 2 of 3; Backspace goes back")


async def test_rows_behind_the_ninth_have_no_number_and_are_reached_by_arrows(start: Start, tmp_path: Path):
    deck = tmp_path / "long.yaml"
    wrong = ", ".join(f"w{number}" for number in range(11))
    deck.write_text(f"deck: long\ncards:\n- {{q: Which?, a: right, wrong: [{wrong}]}}\n", encoding="utf-8")
    async with start(deck, choices=Choices()).run_test() as pilot:
        assert "Arrows and Space reach the rest." in str(pilot.app.screen.query_one("#hint").content)
        await pilot.press(*["down"] * 12, "space")
        assert len(stage_of(pilot).answer) == 1


async def test_the_page_keys_scroll_the_whole_question(at):
    async with at("match") as pilot:
        await pilot.resize_terminal(40, 9)
        await pilot.press("pagedown")
        assert pilot.app.screen.query_one(QuestionView).scroll_y > 0
