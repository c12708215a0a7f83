"""Which words of an answer tell of the thing itself, and not of who did it or where? By those it is known again."""

from sayso.linking.responses import Response
from sayso.linking.wording import find_stems


def list_details(response: Response) -> frozenset[str]:
    """Return the beginnings of the words of an answer but for who did it, the place, and the sort of thing.

    "The army's shelling hit the generator of the clinic" is known again by the generator and the clinic.
    """
    claim = response.resolved.claim
    agent = (claim.agent.head, claim.agent.name, claim.agent.people) if claim.agent is not None else ()
    places = (toponym.name for toponym in claim.toponyms)
    names = [response.topic, *response.resolved.agents, *(word for word in agent if word), *places]
    return find_stems(response.words).difference(*map(find_stems, names))
