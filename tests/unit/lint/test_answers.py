"""Rules about answers: short, one fact, and not told by the question or the tags."""

import pytest
from writing import basic, note

LONG = " ".join(["word"] * 26)


@pytest.mark.parametrize(
    "answer",
    [
        "Minister of the Interior of the Kingdom",
        "Acetylsalicylic acid monohydrate suspension",
    ],
)
def test_a_typed_answer_that_nobody_types_alike_is_told(found, answer):
    assert found(basic("What is meant?", answer, typed=True)) == [(3, "long-answer")]


def test_a_short_spelling_makes_a_long_name_typeable(found):
    name = "International Tribunal for the Law of the Sea"
    assert found(basic("Which court sits in Hamburg?", name, typed=True)) == [(3, "long-answer")]
    assert found(basic("Which court sits in Hamburg?", name, typed=True, accept=["ITLOS"])) == []


@pytest.mark.parametrize("answer", ["Quito", "sodium hydrogen carbonate", "the Treaty of Brest-Litovsk"])
def test_a_short_answer_can_be_typed(found, answer):
    assert found(basic("What is meant?", answer, typed=True)) == []


def test_an_answer_that_is_an_essay_is_told(linted):
    (finding,) = linted(basic("Why did Rome fall?", LONG))
    assert finding.message == "the answer has 26 words: ask for less, and move the rest into `why`"
    assert linted(basic("Why did Rome fall?", LONG.removesuffix(" word"))) == ()


@pytest.mark.parametrize("key", ["list", "order"])
def test_more_than_seven_items_are_told(found, key):
    items = [f"Thing {letter}" for letter in "ABCDEFGH"]
    assert found(note(q="What are the 8 things?", **{key: items})) == [(3, "long-list")]
    assert found(note(q="What are the 7 things?", **{key: items[:7]})) == []


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which country has Mexico City as its capital?", "Mexico"),
        ("In which city does the University of Oxford lie?", "Oxford"),
        ("What does the buyer of the goods have to pay as the price?", "The price"),
        ("Which gas makes hydrogen peroxide fizz, hydrogen aside?", "Hydrogen"),
        ("Who is the author of Caesar's commentaries on the Gallic War?", "Caesar"),
        ("Which port does the Port of Antwerp's authority run?", "Antwerp"),
        ("In which year did the war of 1870 begin?", 1870),
    ],
)
def test_a_question_that_names_its_answer_is_told(found, question, answer):
    assert found(basic(question, answer)) == [(3, "answer-in-question")]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who wrote Don Quixote: Cervantes or Lope de Vega?", "Cervantes"),
        ("Which of the metals iron and copper rusts?", "Iron"),
        ("What is the plural of “sheep”?", "sheep"),
        ("Who bears the cost if the seller fails to deliver?", "The seller"),
        ("Against whom may the buyer turn if the carrier has lost the buyer's goods?", "The carrier"),
        ("Who succeeded Henry VII of England?", "Henry VIII"),
        ("What is the Latin name of lead?", "Plumbum"),
        ("Of 3 ministers, how many signed?", 3),
        ("What coefficient does O2 have in 2 H2 + ? O2 → 2 H2O?", 1),
        ("How many tons of the 110 came from Ecuador?", 56),
        ("What did the two countries do to their commitment?", "They reaffirmed it"),
        ("What did Luther nail to the church door?", "His theses"),
        ("What do the two countries want to do with their investigations?", "Coordinate them"),
        ("What is the sum of the oxidation numbers in a neutral compound?", "Nought"),
        ("Which acid is in vinegar?", "Acetic acid"),
    ],
)
def test_a_question_that_asks_for_its_answer_is_let_be(found, question, answer):
    assert found(basic(question, answer)) == []


def test_a_tag_that_is_the_answer_is_told(linted):
    (finding,) = linted(basic("Which port does the release name?", "Antwerp", tags=["port", "antwerp"]))
    assert (finding.code, finding.message) == (
        "answer-in-tags",
        "the tag “antwerp” is the answer: choose a wider one",
    )


@pytest.mark.parametrize("tags", [["port"], ["ports-of-belgium"], ["antwerp-seizures"], ["noble_gas"]])
def test_a_tag_of_the_subject_is_let_be(found, tags):
    assert found(basic("Which port does the release name?", "Antwerp", tags=tags)) == []


def test_the_tag_of_an_answer_in_two_words_is_told(found):
    assert found(basic("Which gas is argon?", "A noble gas", tags=["noble-gas"])) == [(3, "answer-in-tags")]


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Which device is used for titration?", "A titration flask", ["A crucible", "A mortar"]),
        ("How was the Peasants' Revolt put down?", "By a mock revolt", ["By a treaty", "By a plague"]),
        ("What is a limited company's main feature?", "Limited liability", ["A seal", "Double taxation"]),
    ],
)
def test_a_word_that_only_the_key_shares_with_the_question_is_told(found, question, right, wrong):
    assert found(basic(question, right, wrong=wrong)) == [(3, "echo")]


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("Which treaty ended the war?", "The Treaty of Ghent", ["The Treaty of Paris", "The Treaty of Jay"]),
        ("Which acid is strong?", "Sulphuric acid", ["Acetic acid", "Citric acid"]),
        ("When does the risk pass after the sale?", "After delivery", ["On payment", "On signing"]),
        (
            "Which minister signed for Belgium?",
            "The Minister of Interior",
            ["The Minister of Justice", "The Minister of Defence"],
        ),
        ("Was the king beheaded or exiled?", "He was beheaded", ["He fled abroad", "He was shot"]),
        ("What drives the reaction?", "Entropy", ["The reaction vessel", "Colour"]),
    ],
)
def test_a_word_that_others_share_too_is_let_be(found, question, right, wrong):
    assert found(basic(question, right, wrong=wrong)) == []


@pytest.mark.parametrize(
    "answer",
    [
        "Belgium, Ecuador and Colombia",
        "Franklin D. Roosevelt, Winston Churchill, and Joseph Stalin",
        "Protons, neutrons and electrons",
        "Clear, precise and unconditional",
        "Quito; in 2023",
        "Offer; acceptance; consideration",
    ],
)
def test_an_answer_of_several_facts_is_told(found, answer):
    assert found(basic("What is needed here?", answer)) == [(3, "several-facts")]


@pytest.mark.parametrize(
    "answer",
    [
        "Sharing of expertise and information",
        "The Ministry of Health, Labour and Welfare",
        "Between Belgium, France and Prussia",
        "Actual, continuous and exclusive possession",
        "He came, saw and conquered",
        "On Monday, 27 February, at noon and in Quito",
        "Offer and acceptance",
        "A, B or C",
        "If the goods are late, the buyer may refuse them and claim damages",
        "Habeas corpus;",
        "Trial by jury, which the Crown had suspended in the colonies, and habeas corpus",
    ],
)
def test_an_answer_of_one_piece_is_let_be(found, answer):
    assert found(basic("What is needed here?", answer)) == []


def test_a_motto_is_one_answer(found):
    assert found(basic("What is the motto of the Republic?", "Liberty, equality and fraternity")) == []
