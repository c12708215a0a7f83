"""What has the user told sayso about a case? The frozen form of `sayso.toml`."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from sayso.model.kinds import PlaceKind, Precision, VoiceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place the user added: `within` names the place that holds it; `precision` is told by the kind if not here.

    The corners of `polygon` are longitude and latitude, as in GeoJSON.
    """

    name: str
    names: tuple[str, ...] = ()
    kind: PlaceKind = PlaceKind.OTHER
    within: str | None = None
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = None
    polygon: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """A party: `holder` is what it is called as a holder of ground (government, opposition or its own name)."""

    name: str
    aliases: tuple[str, ...] = ()
    holder: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceEntry:
    """A source the user added; `draws_on` names the voices it collects from.

    `private` is a person whose name is withheld in any case, `public` one in public office or a body.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: VoiceKind = VoiceKind.UNKNOWN
    institution: str | None = None
    draws_on: tuple[str, ...] = ()
    private: bool = False
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InstitutionEntry:
    """A body that voices speak for, and the side this case places it in."""

    name: str
    side: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SideEntry:
    """A camp, the camps it is opposed to, and why the user says so."""

    name: str
    opposed: tuple[str, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletEntry:
    """A publisher: `hosts` are the domain names of its pages."""

    name: str
    aliases: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptureEntry:
    """How pages are fetched from the web, when they are: nothing here is used by reading or joining.

    `contact` stands in the name that servers see. `allow_hosts` may have addresses of the own machine or network.
    `delay` and `seconds` are in seconds, `largest_mb` in millions of bytes; `hosts` are asked at once.
    """

    feeds: tuple[str, ...] = ()
    contact: str | None = None
    allow_hosts: tuple[str, ...] = ()
    delay: Annotated[float, Meta(ge=0)] = 1.0
    seconds: Annotated[float, Meta(gt=0)] = 60.0
    largest_mb: Annotated[float, Meta(gt=0)] = 10.0
    hosts: Annotated[int, Meta(ge=1, le=64)] = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All that `sayso.toml` says. The defaults are those of an empty file."""

    title: str | None = None
    country: str | None = None
    time_zone: str | None = None
    syntax_model: str | None = None
    map_tiles: str | None = None
    places: tuple[PlaceEntry, ...] = ()
    actors: tuple[ActorEntry, ...] = ()
    voices: tuple[VoiceEntry, ...] = ()
    institutions: tuple[InstitutionEntry, ...] = ()
    sides: tuple[SideEntry, ...] = ()
    outlets: tuple[OutletEntry, ...] = ()
    capture: CaptureEntry = CaptureEntry()
