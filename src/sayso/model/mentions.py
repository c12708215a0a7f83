"""What does a document mention? Times, places, parties and figures as written, nothing resolved."""

from dataclasses import dataclass

from sayso.model.kinds import AnchorKind, Bound, PlaceKind, TimexKind
from sayso.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression as a rule plus what it hangs on; its period is made at resolution.

    `value` is an EDTF date when the words alone give one ("2013-06"), else None. A document-anchored
    expression is told by the other fields: `weekday` (0 = Monday), `month`, `day`, `unit` (day, week, month,
    year, hour) with a signed `amount` (-1 month: "a month ago"; 0 day: "today"), `direction` (past, future,
    nearest). `extent` says what is meant of the point so found: at, since, until, during (`amount` units up
    to it; of a weekday, `amount` days on from it: "from Friday to Sunday"). `part` is a part of the day or period (morning, early). `event` is the event word that an
    event-anchored expression hangs on. `is_vague`: no period can be made ("recently"). `is_now`: an expression that
    opens its sentence counts from an event to what is told in the present ("six days after the raid she sits ...").
    """

    span: Span
    token: int
    kind: TimexKind
    rule: str
    anchor: AnchorKind
    value: str | None = None
    unit: str | None = None
    amount: int | None = None
    weekday: int | None = None
    month: int | None = None
    day: int | None = None
    direction: str = "nearest"
    extent: str = "at"
    part: str | None = None
    event: Span | None = None
    is_approximate: bool = False
    is_vague: bool = False
    is_now: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name as written, or a description that reference has tied to one.

    `span` are the words of the whole noun phrase a reader would mark, `token` its head, `name` the bare name
    ("Khaldiyeh" of "Khaldiyeh neighbourhood"), `kind` what the words around say it is, `within` the index (in
    `Mentions.toponyms`) of the place that the words say holds it. `candidates` are the keys of gazetteer
    places that bear the name.
    """

    span: Span
    token: int
    name: str
    kind: PlaceKind | None = None
    within: int | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GeographicName:
    """A name of a place wherever a text has one: of a government, in an adjective ("French") or a longer name too.

    Claims take their places from toponyms, which ask more; this is what a map of a whole text needs. `span` are the
    words of the name alone, `within` the name of the place that its own words or those beside it set it in.
    """

    span: Span
    name: str
    within: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """A party as written.

    `camp` is government, opposition, civilians, foreign, speaker (what the words call the speaker's own: "we",
    "our men") or None; `name` is the proper
    name it bears ("Hezbollah") if it does; `people` the demonym or country that qualifies it ("Syrian");
    `labelled` the belligerent's word for it ("terrorists"), never a name.
    """

    span: Span
    token: int
    head: str
    camp: str | None = None
    name: str | None = None
    people: str | None = None
    labelled: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMention:
    """A proper name as written, or other words that mean its bearer.

    `name` is the fullest name the document gives ("Bashar al-Assad" of "Assad" and of "he"); `label` what the words alone
    tell of the bearer: person, body, place or unknown.
    """

    span: Span
    name: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number as reported, with its hedge: a reader must see "fewer than 1,000", never a bare "1,000".

    `token` is the last token of the number, `counted` the token of the noun it counts (None if none). A number
    made from a word ("dozens") is `by_rule`. `is_percent`: the number is a share of `counted`. `is_additional`
    ("another five"), `is_part` ("including 12 children"), `is_total` ("bringing the toll to 40"), `is_whole`
    ("two of the 30": only some of them are meant).
    """

    span: Span
    token: int
    low: float | None
    high: float | None
    bound: Bound
    counted: int | None = None
    by_rule: bool = False
    is_percent: bool = False
    is_additional: bool = False
    is_part: bool = False
    is_total: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentions:
    """All mentions of a document, each kind in reading order."""

    timexes: tuple[Timex, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    geographic_names: tuple[GeographicName, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Referent:
    """Somebody or something that a document speaks of more than once: a chain of mentions with one name.

    `name` is the fullest name the document gives ("Syrian Observatory for Human Rights"), `kind` person,
    organization, group or place; `mentions` the token spans `[first, last)` that mean it, first one first;
    `links` says by which rule each mention joined (same order).
    """

    name: str
    kind: str
    mentions: tuple[tuple[int, int], ...]
    links: tuple[str, ...]
