import pytest

from sayso.claims import find_claims

# Text, what the figures count, of whom, the scope of the first.
CASES = (
    ("Gunmen killed 30 civilians.", [("fatalities", "civilians", 30.0)], "incident"),
    ("The shelling killed 14 people and wounded 30.", [("fatalities", "people", 14.0), ("injured", "people", 30.0)],
     "incident"),
    ("The mayor said clashes had killed 141 people.", [("fatalities", "people", 141.0)], "incident"),
    ("Some 40 villagers were feared killed.", [("fatalities", "villagers", 40.0)], "incident"),
    ("Two gunmen have shot dead 12 people.", [("fatalities", "people", 12.0)], "incident"),
    ("The mayor says 33 inmates are dead.", [("fatalities", "inmates", 33.0)], "incident"),
    ("Police arrested 30 students.", [("detained", "students", 30.0)], "incident"),
    ("The convoy evacuated 400 villagers.", [("evacuated", "villagers", 400.0)], "incident"),
    ("The army killed 12 terrorists.", [("fatalities", None, 12.0)], "incident"),
    ("Rebels fired 20 rockets at Selmar.", [("other", "rockets", 20.0)], "incident"),
    ("The death toll reached 300 in March.", [("fatalities", "people", 300.0)], "cumulative"),
    ("Fighting killed 30000 villagers.", [("fatalities", "villagers", 30000.0)], "cumulative"),
    ("A boat sank and 4 girls drowned.", [("fatalities", "girls", 4.0)], "incident"),
    ("Some 40 miners killed in the raid on Selmar.", [("fatalities", "miners", 40.0)], "incident"),
    ("The army is massing 900 men near Selmar.", [("fighters", "men", 900.0)], "incident"),
    ("7 villagers were martyred in Kasta.", [("fatalities", "villagers", 7.0)], "incident"),
    ("The raid left 5 martyrs.", [("fatalities", None, 5.0)], "incident"),
    ("The militia crucified 3 traders.", [("fatalities", "traders", 3.0)], "incident"),
    ("About 300 fighters remain in the town.", [("fighters", "fighters", 300.0)], "state"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "figures", "scope"), CASES)
def test_a_figure_counts_what_its_verb_or_noun_says(read, text, figures, scope):
    claims = [claim for claim in find_claims(read(text)) if claim.figures]
    found = [(figure.what, figure.of_whom, figure.low) for claim in claims for figure in claim.figures]
    assert found == figures
    assert claims[0].figures[0].scope == scope


def test_a_body_that_speaks_at_the_end_of_a_heading_is_nobody_killed(read):
    (claim,) = find_claims(read("Gas attack on Orle kills at least 58 Ministry"))
    assert [(figure.what, figure.of_whom) for figure in claim.figures] == [("fatalities", "people")]


def test_sides_of_a_place_count_nobody(read):
    (claim,) = find_claims(read("Rebels have surrounded the army in Selmar on three sides."))
    assert claim.figures == ()
