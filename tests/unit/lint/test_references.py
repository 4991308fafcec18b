"""Rules about what a question refers to: things that it does not name, times that it does not date."""

import pytest
from writing import basic, note


@pytest.mark.parametrize(
    "question",
    [
        "What is it?",
        "When was it signed?",
        "In which city was it signed?",
        "Which firm did it buy?",
        "Why did he resign?",
        "When did they arrive in Quito?",
        "Who signed it?",
        "Who opposed him?",
        "What does this mean?",
        "Who said this?",
        "When was this battle fought?",
        "Who led these rebels?",
        "What does the above show?",
        "As mentioned above, what binds the parties?",
        "Which of the following is a noble gas?",
        "What is the latter called?",
    ],
)
def test_a_question_that_refers_to_nothing_is_told(found, question):
    assert found(basic(question)) == [(3, "dangling-reference")]


@pytest.mark.parametrize(
    "question",
    [
        "How long does it take for light to reach the Earth?",
        "When is it an offence to carry a knife?",
        "Why is it dark at night?",
        "Where is it forbidden to smoke?",
        "What time is it in Quito when it is noon in Brussels?",
        "Why is it that ice floats?",
        "What is it called when ice becomes vapour?",
        "What was it that Curie discovered?",
        "When Verlinden went to Quito, what did she sign?",
        "What did Napoleon do when he returned from Elba?",
        "Why did the Senate fear Caesar when he crossed the Rubicon?",
        "Which company said it would close its plant?",
        "Before it was renamed, what was Istanbul called?",
        "In his youth, where did Napoleon live?",
        "Who wrote her first novel in a parsonage?",
        "Who made it to the South Pole before Scott?",
        "What do they call a lawyer in Scotland?",
        "In this Act, what does vessel mean?",
        "Who is the author of this treaty?",
        "Whom does this regulation bind?",
        "What does this mean: habeas corpus?",
        'What is wrong in this sentence: "He don\'t know"?',
        "What gas forms in this reaction: Zn + 2 HCl → ZnCl2 + ?",
        "What happened to the former king of Belgium?",
        "What was the former name of Istanbul?",
        "What grows above the tree line?",
        "A buyer refuses the goods. In the above case, what may the seller do?",
        "What happened the following year, after Waterloo?",
        "Name what is missing in the following: Na, K, Rb.",
        "What is the treaty that he signed called?",
        "What is heavier than air and does it sink?",
    ],
)
def test_a_question_that_says_what_it_means_is_let_be(found, question):
    assert found(basic(question)) == []


def test_the_options_of_a_choice_can_be_referred_to(found):
    options = {"a": "Neon", "wrong": ["Oxygen", "Chlorine"]}
    assert found(note(q="Which of the following is a noble gas?", **options)) == []
    assert found(note(q="Which of these is a noble gas?", **options)) == []


def test_the_items_of_an_order_can_be_referred_to(found):
    assert found(note(q="In which order did these kings reign?", order=["Henry", "Edward", "Mary"])) == []


@pytest.mark.parametrize(
    "statement", ["It was signed in Quito.", "He resigned in 1917.", "They have two seats."]
)
def test_a_statement_about_nobody_is_told(found, statement):
    assert found(note(q=statement, a=True)) == [(3, "dangling-reference")]


@pytest.mark.parametrize(
    "statement",
    [
        "It is an offence to sell alcohol to a minor.",
        "He is the symbol of helium.",
        "The treaty was signed when it was ready.",
        "Its capital is Quito: Ecuador.",
    ],
)
def test_a_statement_about_something_is_let_be(found, statement):
    assert found(note(q=statement, a=True)) == []


def test_a_cloze_sentence_about_nobody_is_told(found):
    assert found(note(cloze="It was signed in {{Quito}} on a Monday.")) == [(3, "dangling-reference")]
    assert found(note(cloze="The protocol was signed in {{Quito}} when it rained.")) == []


@pytest.mark.parametrize(
    "question",
    [
        "How many tons were seized last year?",
        "Who is currently the president of Ecuador?",
        "Which laws changed recently?",
        "Who is now the king of Belgium?",
        "What will the court decide next month?",
        "Who leads Ecuador today?",
        "Which firm was bought two years ago?",
        "What is nowadays taught in law schools?",
        "Who chairs the Council at the moment?",
        "Which reform is planned this year?",
    ],
)
def test_a_time_without_a_date_is_told(found, question):
    assert found(basic(question)) == [(3, "relative-time")]


@pytest.mark.parametrize(
    "question",
    [
        "How many tons were seized last year, in 2022?",
        'Which year does the release mean by "last year"?',
        "What does “today” mean in the release?",
        "What happened in the last year of the war?",
        "What did Nelson say in the last week of his life?",
        "Which battle was fought the next month, after Lodi?",
        "Who ruled what is now Tunisia?",
        "What is Constantinople called today?",
        "Which country is today known as Thailand?",
        "What forms during this month of the pregnancy?",
        "Which is the largest animal existing today?",
        "Which style of music began in this decade?",
        "How long ago did the dinosaurs die out?",
        "Which animals died out 65 million years ago?",
        "What is the unit of electric current?",
        "When must notice be given at the latest?",
        "Who owns the goods at the moment of delivery?",
        "Which element was found more recently than radium?",
        "As of 3 May 2021, who is currently bound by the treaty?",
        "What did Petrarch complain about in the 14th century, recently for him?",
        "Now that the treaty binds, who may enforce the treaty?",
    ],
)
def test_a_time_with_a_date_or_within_a_story_is_let_be(found, question):
    assert found(basic(question)) == []


def test_a_time_without_a_date_in_the_answer_is_told_there(linted):
    (finding,) = linted(basic("When were 110 tons of cocaine seized?", "Last year"))
    assert (finding.line, finding.column, finding.code) == (3, 51, "relative-time")


def test_an_answer_that_gives_the_date_is_let_be(found):
    assert found(basic("When were 110 tons of cocaine seized?", "Last year, 2022")) == []


def test_words_of_another_language_are_not_judged(found):
    notes = [basic("What is it?"), basic("Who reigns today in Spain?")]
    assert found(*notes, top="language: nl\n") == []
