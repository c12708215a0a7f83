"""Is a number the subject of the verb behind it, and is the sentence still a tree?"""

from dataclasses import replace

from sayso.claims.counted_subjects import mend_counted_subjects
from sayso.claims.scenes import Scene
from sayso.text.trees import is_sound

TEXT = "On 7 March two tankers arrived in Tarnova."


def _hang_on_the_noun(layers):
    """Return the layers of a sentence whose verb and day the parse has hung on the counted noun, as a clause and a part of it."""
    parse = layers.parse
    heads, relations = list(parse.heads), list(parse.relations)
    noun, verb, day = (parse.words.index(word) for word in ("tankers", "arrived", "7"))
    heads[noun], heads[verb], heads[day] = noun, noun, noun
    relations[noun], relations[verb], relations[day] = "root", "acl", "nmod"
    return replace(layers, parse=replace(parse, heads=tuple(heads), relations=tuple(relations)))


def test_a_verb_that_hangs_on_those_counted_is_the_verb_of_the_sentence(read_whole):
    layers = _hang_on_the_noun(read_whole(TEXT))
    mended = mend_counted_subjects(layers.parse, layers.mentions)
    noun, verb = mended.words.index("tankers"), mended.words.index("arrived")
    assert (mended.heads[verb], mended.relations[verb]) == (verb, "root")
    assert (mended.heads[noun], mended.relations[noun]) == (verb, "nsubj")
    assert is_sound(mended)


def test_a_mend_that_would_make_a_circle_is_not_made(read_whole, monkeypatch):
    layers = read_whole(TEXT)
    noun, verb = layers.parse.words.index("tankers"), layers.parse.words.index("arrived")

    def mend_in_a_circle(parse, _mentions):
        heads = list(parse.heads)
        heads[noun], heads[verb] = verb, noun
        return replace(parse, heads=tuple(heads))

    monkeypatch.setattr("sayso.claims.scenes.mend_counted_subjects", mend_in_a_circle)
    assert is_sound(Scene(layers).parse)
