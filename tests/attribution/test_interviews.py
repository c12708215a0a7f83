"""Whose are the quoted paragraphs below a question?"""

INTERVIEW = (
    'Olena Marko, the mayor, runs her town from a flat. "They have painted the fronts," Marko says.\n\n{question}\n\n'
    '"We were too slow. Herders had burned the mill."'
)


def test_quoted_paragraphs_of_an_interview_are_its_answers(hear_whole):
    heard = hear_whole(INTERVIEW.format(question="Did your own side make mistakes?"))
    assert heard.chain("We were") == heard.chain("Herders") == ["Olena Marko"]
    assert heard.item("We were").rule == heard.item("Herders").rule == "attribution.answered"


def test_a_quoted_paragraph_below_no_question_is_no_answer(hear_whole):
    heard = hear_whole(INTERVIEW.format(question="The town is far from the front."))
    assert heard.chain("They have") == ["Olena Marko"]
    assert heard.item("We were") is heard.item("Herders") is None
    assert "attribution.answered" not in {item.rule for item in heard.attributions.items}
