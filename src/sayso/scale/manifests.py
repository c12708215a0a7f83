"""What is a run over many documents, and what of it is done?"""

from dataclasses import dataclass, field, replace

import msgspec

from sayso.errors import InputError, ModelError
from sayso.model.settings import OutletEntry, Settings
from sayso.pipeline import digest_model
from sayso.scale.shelves import Shelf
from sayso.scale.slices import Slice
from sayso.store import sayso_version
from sayso.store.readings import rules_digest

MANIFEST, DONE = "manifest.json", "done"
FORMAT = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a run reads, with what, and in which pieces: two runs with the same manifest give the same files.

    `rules` and `model` are the hashes of what reads; `outlets` and `time_zone` the settings that reading uses; `gate`
    tells whether pages that do not speak of conflict are passed over. `counts` stand there when all is done.
    """

    inputs: tuple[str, ...]
    gate: bool
    sayso: str = field(default_factory=sayso_version)
    rules: str = field(default_factory=rules_digest)
    syntax_model: str | None = None
    model: str = ""
    outlets: tuple[OutletEntry, ...] = ()
    time_zone: str | None = None
    slices: tuple[Slice, ...] = ()
    problems: tuple[tuple[str, str], ...] = ()
    counts: dict[str, int] | None = None
    readings_format: int = FORMAT

    @property
    def settings(self) -> Settings:
        """The settings that reading uses."""
        return Settings(outlets=self.outlets, time_zone=self.time_zone, syntax_model=self.syntax_model)

    def check(self) -> None:
        """Refuse to work where other rules or another model lie than the run was begun with.

        Raises:
            ModelError: naming which of the two differs.
        """
        what = "rules" if self.rules != rules_digest() else "syntax model"
        if what == "rules" or self.model != digest_model(self.syntax_model):
            raise ModelError(
                f"the {what} of this machine are not those the run was begun with; install sayso {self.sayso}"
            )


def make_manifest(inputs: tuple[str, ...], settings: Settings, *, gate: bool) -> Manifest:
    """Return the manifest of a new run, still without its slices.

    Raises:
        ModelError: when there is no such syntax model.
    """
    return Manifest(
        inputs=inputs,
        gate=gate,
        syntax_model=settings.syntax_model,
        model=digest_model(settings.syntax_model),
        outlets=settings.outlets,
        time_zone=settings.time_zone,
    )


def read_manifest(shelf: Shelf) -> Manifest | None:
    """Return the manifest of the run whose readings lie there; None when there is none.

    Raises:
        InputError: when it cannot be read.
    """
    if not shelf.has(MANIFEST):
        return None
    try:
        return msgspec.json.decode(shelf.read(MANIFEST), type=Manifest)
    except msgspec.MsgspecError as error:
        raise InputError(
            f"{shelf.url}/{MANIFEST} cannot be read ({error}); it is of another version of sayso"
        ) from error


def write_manifest(shelf: Shelf, manifest: Manifest) -> None:
    """Write the manifest.

    Raises:
        CaseError: when it cannot be written.
    """
    shelf.write(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")


def is_same_run(old: Manifest, new: Manifest) -> bool:
    """Tell whether a broken run goes on with what is asked for now."""
    return replace(old, counts=None) == replace(new, slices=old.slices, problems=old.problems, counts=None)


def read_done(shelf: Shelf) -> dict[str, dict[str, int]]:
    """Return the pieces that are done, with what each counted."""
    found = (name for name in shelf.names(DONE) if name.endswith(".json"))
    return {
        name.removeprefix(f"{DONE}/").removesuffix(".json"): msgspec.json.decode(shelf.read(name), type=dict[str, int])
        for name in found
    }


def write_done(shelf: Shelf, piece: str, counts: dict[str, int]) -> None:
    """Write down that a piece is done: its files lie there whole.

    Raises:
        CaseError: when it cannot be written.
    """
    shelf.write(f"{DONE}/{piece}.json", msgspec.json.encode(counts, order="deterministic"))
