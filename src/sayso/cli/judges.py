"""How does a person's decision get into a case on the command line? `sayso judge CASE ...`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.builds import who
from sayso.cli.consoles import data_console, load_case, say, show_help_alone, showing_progress
from sayso.cli.flags import CaseFolderArgument, Talk, takes_flags
from sayso.errors import JudgementError
from sayso.model.kinds import JudgementKind

if TYPE_CHECKING:
    from sayso.case import Case
    from sayso.case.decisions import By
    from sayso.model.judgements import Judgement

ABOUT = "Decide: every decision is kept with name, reason and day, and can be undone."


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Who decides and why, and how much is said about it."""

    author: Annotated[
        str, typer.Option("--author", envvar="SAYSO_AUTHOR", metavar="NAME", help="Who decides.", show_default=False)
    ] = ""
    reason: Annotated[str, typer.Option("--reason", metavar="WORDS", help="Why, in words.", show_default=False)] = ""
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing but errors.")] = False
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say every step.")] = False
    no_color: Annotated[bool, typer.Option("--no-color", help="No colours; NO_COLOR does the same.")] = False

    @property
    def talk(self) -> Talk:
        """How much is said."""
        return Talk(quiet=self.quiet, verbose=self.verbose, no_color=self.no_color)


def _argument(metavar: str, text: str) -> typer.models.ArgumentInfo:
    found: typer.models.ArgumentInfo = typer.Argument(metavar=metavar, help=text, show_default=False)
    return found


ClaimId = Annotated[str, _argument("CLAIM", "The id of the claim, or its beginning.")]
DocumentId = Annotated[str, _argument("DOCUMENT", "The id of the document, or its beginning.")]
GroupId = Annotated[str, _argument("GROUP", "The id of the group, or of a claim in it.")]
JudgementId = Annotated[str, _argument("JUDGEMENT", "The id of the judgement, or its beginning.")]
Day = Annotated[str, _argument("DAY", "The day it came out, like 2013-07-29.")]
Quote = Annotated[str, _argument("QUOTE", "Words of the document, as they stand there once.")]
Thing = Annotated[str, _argument("WHAT", "voice, place, group or origin.")]
Names = Annotated[list[str], _argument("NAME...", "The names, or the ids of groups, origins or claims.")]
VoiceNames = Annotated[list[str], _argument("NAME...", "The names of the voice, as they are written.")]
Fields = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="FIELD=VALUE",
        help="What the claim should say: kind, stance, voice (outer > inner), place, time, agent, target, figures (fatalities 12 of civilians; injured at least 30), holder, extent (whole, most, 90%) or hold.",
        show_default=False,
    ),
]
Evidence = Annotated[
    list[str] | None,
    typer.Option(
        "--evidence",
        metavar="CLAIM",
        help="A claim that the assessment rests on; all of the group without it.",
        show_default=False,
    ),
]


def judge_app() -> typer.Typer:
    """Return the commands under `sayso judge CASE`."""
    app = typer.Typer(help=ABOUT, invoke_without_command=True)
    app.callback(help=ABOUT)(_judge)
    for command in (date, accept, reject, edit, add, merge, split, private, read, assess, undo):
        app.command()(takes_flags(command))
    app.command("list")(takes_flags(list_judgements))
    return app


def date(context: typer.Context, document: DocumentId, day: Day, decision: Decision) -> None:
    """Say on which day a document came out."""
    _write(context, decision, lambda case, by: load_decisions().date_document(case.record, document, day, by))


def accept(context: typer.Context, claim: ClaimId, decision: Decision) -> None:
    """Say that a claim is read right: the text says this."""
    _judge_claim(context, JudgementKind.ACCEPT, claim, decision)


def reject(context: typer.Context, claim: ClaimId, decision: Decision) -> None:
    """Say that a claim is read wrong: the text does not say this."""
    _judge_claim(context, JudgementKind.REJECT, claim, decision)


def edit(context: typer.Context, claim: ClaimId, decision: Decision, set: Fields = None) -> None:  # noqa: A002
    """Say what a claim should say instead."""
    _judge_claim(context, JudgementKind.EDIT, claim, decision, set)


def add(
    context: typer.Context,
    document: DocumentId,
    quote: Quote,
    decision: Decision,
    set: Fields = None,  # noqa: A002
) -> None:
    """Add a claim that sayso did not read; --set kind=KIND says what it is."""
    fields = _read_fields(set)
    _write(context, decision, lambda case, by: load_decisions().add_claim(case.record, document, quote, by, fields))


def merge(context: typer.Context, what: Thing, names: Names, decision: Decision) -> None:
    """Say that names mean one voice or place, or that groups or origins are one."""
    _join(context, JudgementKind.MERGE, what, names, decision)


def split(context: typer.Context, what: Thing, names: Names, decision: Decision) -> None:
    """Say that names do not mean one voice or place, or that groups or origins are not one."""
    _join(context, JudgementKind.SPLIT, what, names, decision)


def private(context: typer.Context, names: VoiceNames, decision: Decision) -> None:
    """Say that a voice is a private person: its name is withheld where the record is sent on."""
    _write(context, decision, lambda _case, by: load_decisions().protect_voice(names, by))


def read(context: typer.Context, document: DocumentId, decision: Decision) -> None:
    """Say that you have read a document to the end."""
    _write(context, decision, lambda case, by: load_decisions().mark_read(case.record, document, by))


def assess(context: typer.Context, group: GroupId, decision: Decision, evidence: Evidence = None) -> None:
    """Hold that what a group of claims says happened; the reason gives the grounds."""
    _write(
        context,
        decision,
        lambda case, by: load_decisions().assess_group(case.record, group, evidence or [], by),
    )


def undo(context: typer.Context, judgement: JudgementId, decision: Decision) -> None:
    """Take a judgement back; both lines stay in the file."""
    _write(
        context,
        decision,
        lambda case, by: load_decisions().undo_judgement(case.judgements(), judgement, by),
    )


def list_judgements(context: typer.Context, talk: Talk) -> None:
    """List all judgements, and which of them speak of something that is not in the record any more."""
    case = load_case().open_case(context.obj)
    console = data_console(talk)
    unplaced = set(case.record.unplaced)
    for judgement in case.judgements():
        mark = "  UNPLACED: what it speaks of is gone" if judgement.id in unplaced else ""
        about = judgement.quote or judgement.undoes or judgement.document or ""
        fields = "  ".join(f"{name}={value}" for name, value in judgement.fields.items())
        console.print(
            f"{judgement.id}  {judgement.made[:10]}  {judgement.author}: {judgement.kind} {about}  {fields}{mark}".rstrip(),
            markup=False,
            soft_wrap=True,
        )
        console.print(f"              {judgement.reason}", markup=False, style="dim", soft_wrap=True)
    if not case.judgements():
        console.print("no judgement yet")


def load_decisions() -> ModuleType:
    """Return the module that makes judgements, imported at first use."""
    return import_module("sayso.case.decisions")


def _judge(context: typer.Context, case: CaseFolderArgument) -> None:
    context.obj = case
    show_help_alone(context)


def _judge_claim(
    context: typer.Context, kind: JudgementKind, claim: str, decision: Decision, given: list[str] | None = None
) -> None:
    fields = _read_fields(given)
    _write(context, decision, lambda case, by: load_decisions().judge_claim(case.record, kind, claim, by, fields))


def _join(context: typer.Context, kind: JudgementKind, what: str, names: list[str], decision: Decision) -> None:
    _write(context, decision, lambda case, by: load_decisions().join_names(case.record, kind, what, names, by))


def _write(context: typer.Context, decision: Decision, draft: "Callable[[Case, By], Judgement]") -> None:
    """Write the judgement down and build the record with it."""
    package = load_case()
    case = package.open_case(context.obj)
    by = load_decisions().By(
        author=decision.author, reason=decision.reason, made=datetime.now(UTC).isoformat(timespec="seconds")
    )
    with showing_progress(decision.talk) as tell:
        written = case.judge(draft(case, by), package.Options(by=who(), tell=tell))
    data_console(decision.talk).print(written.id)
    if written.id in case.record.unplaced:
        say("it is kept, but nothing in the record fits it: see sayso judge CASE list", decision.talk)


def _read_fields(given: list[str] | None) -> dict[str, str]:
    fields = {}
    for pair in given or ():
        field, equals, value = pair.partition("=")
        if not equals:
            raise JudgementError(f"--set {pair}: write it like --set place=Ford")
        fields[field] = value
    return fields
