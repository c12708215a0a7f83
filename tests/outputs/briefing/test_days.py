"""Is each topic of a sentence told once, on its day?"""

from outputs.made_rows import claim, group, tables

from sayso.outputs.briefing import Brief, draft_briefing


def part(rows, name, **more):
    briefing = draft_briefing(Brief(title="Rahna", tables=rows, **more))
    return next(section for section in briefing.sections if section.id == name)


def test_one_topic_of_a_sentence_is_told_once_on_the_day_that_its_words_give():
    day = {"written": None, "edtf": "2024-05-03", "basis": "document"}
    rows = tables(
        claim(reviewed="no", time=day),
        claim("c2", reviewed="no", time={"written": None, "edtf": None, "basis": "none"}),
        claim("c3", reviewed="no"),
        claim("c4", kind="arms", reviewed="no", time=day),
        groups=[group(), group("g2", ["c2"]), group("g3", ["c3"]), group("g4", ["c4"], "arms", question="Were there arms?")],
    )  # fmt: skip
    blocks = part(rows, "days").blocks
    assert [(block.heading, [point.sentence.claims for point in block.points]) for block in blocks] == [
        ("1 May 2024", [("c3", "c1", "c2")]),
        ("3 May 2024", [("c4",)]),
    ]
