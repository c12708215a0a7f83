"""What do the tests of parties share? Claims of somebody who acts, and settings of a case."""

from hand_read import Article

from sayso.model.claims import ControlReading
from sayso.model.kinds import Extent, Hold
from sayso.model.settings import ActorEntry, InstitutionEntry, Settings, VoiceEntry

SYRIA = Settings(country="Syria")
TABLE = Settings(
    country="Tarim",
    actors=(
        ActorEntry(name="Tarimi government forces", aliases=("the army",), holder="government", side="government"),
        ActorEntry(name="Highlands Front", aliases=("the Front", "rebels"), holder="opposition", side="opposition"),
    ),
    voices=(VoiceEntry(name="Highlands Front", aliases=("the Front",), institution="Highlands Front"),),
    institutions=(InstitutionEntry(name="Highlands Front", side="opposition"),),
)
STATE = ("state television", "state_media")
ACTIVISTS = (("activists", "activist"),)


def acted(agent=None, target=None, words="They took Rahna.", **more):
    article = Article("a", words)
    found = {name: article.actor(**mention) for name, mention in (("agent", agent), ("target", target)) if mention}
    return article.claim(words.rstrip("."), more.pop("kind", "control_change"), **(found | more))


def actor(words="They", head="troop", camp=None, **more):
    return {"words": words, "head": head, "camp": camp, **more}


def control(hold="held", **more):
    return ControlReading(extent=Extent.UNSAID, hold=Hold(hold), **more)


ARMY, REBELS = actor(head="army", camp="government"), actor(head="rebel", camp="opposition")
