"""Which name do the words of a claim give to the ground they speak of, though nothing else tells that it is a place's?"""

from sayso.claims.roles import Roles
from sayso.claims.scenes import Scene
from sayso.claims.sightings import Sighting
from sayso.lexicons import read_toml
from sayso.model.kinds import ClaimKind
from sayso.model.mentions import Toponym

# What these speak of is a place, so that a name that stands there is one's: "Rahna has no water".
OF_PLACES = frozenset(
    {
        ClaimKind.CONTROL_CHANGE,
        ClaimKind.CONTROL_STATE,
        ClaimKind.SIEGE,
        ClaimKind.EVACUATION,
        ClaimKind.DESTRUCTION,
        ClaimKind.SHELLING,
        ClaimKind.AIR_STRIKE,
        ClaimKind.CLASH,
    }
)
SINGLE = frozenset({"his", "her"})
TITLES = frozenset(read_toml("place_words")["titles"]["words"])
# "Rahna, the new governor": how far behind a name stands what its bearer is.
LONGEST_OFFICE = 6


def find_bare_name(scene: Scene, sighting: Sighting, kind: ClaimKind) -> Toponym | None:
    """Return the place that is held, hit, emptied or cut off by a name of one word of which nothing is known, else None.

    Were it passed over, the claim would be set where the text was last: at another place.
    """
    if kind not in OF_PLACES:
        return None
    roles = Roles(scene, sighting.token, sighting.clause)
    grounds = (*sighting.frame.target, "subject") if kind is ClaimKind.SIEGE else sighting.frame.target
    named = (token for role in grounds for token in roles.fill(role) if _is_bare(scene, token))
    token = next(named, None)
    if token is None:
        return None
    return Toponym(span=scene.parse.span(token, token + 1), token=token, name=scene.parse.words[token])


def _is_bare(scene: Scene, token: int) -> bool:
    """Tell whether a word is a name that stands by itself: no person's or party's, of no more words than one."""
    if scene.parse.universal[token] != "PROPN" or not scene.parse.words[token][:1].isupper():
        return False
    is_told = (
        token in scene.toponym_at or token in scene.actor_at or token in scene.speakers or token in scene.time_tokens
    )
    beside = scene.tree.child(token, "flat", "compound", "appos", "amod", "nmod:poss")
    is_other = is_told or beside is not None or bool(scene.classes(token) & {"org", "force", "people"})
    return not is_other and not _is_person(scene, token)


def _is_person(scene: Scene, token: int) -> bool:
    """Tell whether the words around a name show a man: what he is stands behind a comma, or something there is "his"."""
    end = scene.parse.sentences[scene.tree.sentence(token)][1]
    behind = (
        range(token + 2, min(token + LONGEST_OFFICE, end)) if scene.parse.words[token + 1 : token + 2] == (",",) else ()
    )
    is_called = any(
        (t not in scene.speakers and scene.classes(t) & {"person", "force"}) or scene.lemma(t) in TITLES for t in behind
    )
    verb = scene.parse.heads[token]
    owners = (scene.lemma(o) for t in scene.tree.subtree(verb) for o in scene.tree.children(t, "nmod:poss"))
    return is_called or any(owner in SINGLE for owner in owners)
