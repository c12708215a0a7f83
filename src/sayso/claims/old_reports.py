"""Is a thing told as what a report of an earlier year found? Then it did not happen now."""

import re

from sayso.claims.scenes import Scene, words
from sayso.claims.sightings import Sighting

YEAR = re.compile(r"\b(?:19|20)\d\d\b")

REPORTS = words("old_reports")
_CLAUSES = frozenset({"acl", "acl:relcl", "appos"})


def is_found_before(scene: Scene, sighting: Sighting, year: int | None) -> bool:
    """Tell whether the verb that tells it has a subject with an earlier year: "the *2009* report found that ... left 417 dead".

    Of a report whose own year nobody knows, a year that is named at all is one gone by.
    """
    dated = {x.token: x.value or "" for x in scene.layers.mentions.timexes}
    for above in scene.tree.ancestors(sighting.token):
        for subject in scene.tree.children(above, "nsubj") if above in scene.cue_at else ():
            own = scene.tree.subtree(subject, without=_CLAUSES) if scene.lemma(subject) in REPORTS else ()
            years = [int(y) for t in own if t in dated for y in YEAR.findall(dated[t])]
            if years and (year is None or max(years) < year) and not scene.tree.is_below(sighting.token, subject):
                return True
    return False
