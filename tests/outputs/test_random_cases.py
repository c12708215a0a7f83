import base64
import html
import random
import re
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from random_cases import RandomCase, make_case

from sayso.case.briefs import make_brief, write_page
from sayso.case.methods import tell_run
from sayso.case.sending import METHOD_FORMS
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.outputs import Terms, draw_control, hold_back, publish, write_csv, write_geojson
from sayso.outputs.briefing import write_briefing
from sayso.outputs.coarse import find_week
from sayso.outputs.maps import draw_map
from sayso.outputs.methodology import Run
from sayso.outputs.privacy import Privacy
from sayso.outputs.sheets import write_acled, write_ucdp
from sayso.outputs.withholding import withhold_ties
from sayso.pipeline import Held, join, join_to_leave, read_documents
from sayso.record import leave_out
from sayso.text.spellings import plain

TAG = re.compile("<[^>]*>")
PICTURE = re.compile(r"data:[\w/+]+;base64,([\w+/=]+)")


def write_briefings(publication, folder: Path) -> list[Path]:
    """Write the briefing and the page to send, with what their pictures hold laid open."""
    brief = make_brief(publication)
    (page,) = write_page(publication, folder)
    made = {form: write_briefing(brief, form).decode() for form in ("html", "md")} | {"page": page.read_text("utf-8")}
    for form, text in made.items():
        drawn = (
            base64.b64decode(held).decode("utf-8", "ignore")
            for held in PICTURE.findall(text)
            if held.startswith("PHN2Z")
        )
        (folder / form).write_text("\n".join([PICTURE.sub("", text).replace("\\", ""), *drawn]), "utf-8")
    return [folder / form for form in made]


def write_words(publication, folder: Path) -> list[Path]:
    """Write the briefing as a Word file, with what its parts hold laid open: the archive, and each letter as it is."""
    made = write_briefing(make_brief(publication), "docx")
    folder.mkdir(parents=True, exist_ok=True)
    with ZipFile(BytesIO(made)) as parts:
        opened = [
            (name, parts.read(name).decode("utf-8")) for name in parts.namelist() if name.endswith(("xml", "rels"))
        ]
    text = "\n".join(f"{name}\n{content}\n{TAG.sub('', content)}" for name, content in opened)
    (folder / "docx").write_text(text, "utf-8")
    return [folder / "docx"]


def write_drawings(publication, folder: Path) -> list[Path]:
    """Write the history of control and the map as drawings."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = {"control.svg": draw_control(publication.tables), "map.svg": draw_map(publication.tables)}
    for name, text in drawn.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in drawn]


WRITERS = (write_csv, write_geojson, write_acled, write_ucdp, write_briefings, write_words, write_drawings)
CASES, GATED, CHUNK = 200, 60, 20
SHORTEST_QUOTE = 20
# Parts of made-up names that are no name by themselves.
LINKS = {"al", "abu", "umm", "bin"}


def leave(case: RandomCase, seed: int):
    """Return the record as it leaves, without what is held back, the whole of it, and the terms."""
    readings = list(read_documents(case.documents))
    held = Held(obtained={document.id: "2024-05-02T08:00:00+00:00" for document in case.documents})
    record = join(readings, case.settings, case.judgements, held)
    judgements = (*case.judgements, *edit(record, case.names, seed))
    whole = join_to_leave(readings, case.settings, judgements, held)
    terms = Terms(unreviewed=True, agents="test", places="test", secret=str(seed).encode() * 8)
    return leave_out(whole, hold_back(whole, terms).all, frozenset()), whole, terms


def edit(record, names, seed: int):
    """Return judgements that put a name into a claim: as its voice, party or place."""
    dice = random.Random(seed)
    for number, one in enumerate(dice.sample(record.claims, min(2, len(record.claims)))):
        field = dice.choice(("voice", "agent", "target"))
        yield Judgement(
            id=f"e{number}", kind=JudgementKind.EDIT, author="Ana", reason="heard it", made="2024-05-04T10:00:00+00:00",
            document=one.claim.document, claim=one.claim.id, claim_kind=one.claim.kind.value,
            fields={field: dice.choice(names)},
        )  # fmt: skip


def unfold(content: str) -> list[str]:
    """Return a text as somebody might search it: as it is, and with what JSON, HTML and addresses write otherwise."""
    plainly = content.encode().decode("unicode_escape", "ignore") if "\\" in content else content
    return [content, plainly, html.unescape(content), unquote(content)]


def tell(name: str) -> set[str]:
    """Return the parts of a name that tell who it is."""
    return {part for part in plain(name).split() if part not in LINKS and len(part) > 4}


def leaks(case: RandomCase, whole, files: dict[str, str]) -> list[tuple[str, str]]:
    """Return what leaves that must not, each with the file it stands in."""
    names = {plain(name) for name in case.names} | {part for name in case.names for part in tell(name)}
    glued = {plain(name).replace(" ", "") for name in case.names}
    quotes, ids = named_claims(case, whole)
    found = []
    for file, content in files.items():
        folded = [f" {plain(text)} " for text in unfold(content)]
        found += [(name, file) for name in names if any(f" {name} " in text for text in folded)]
        squeezed = re.sub(r"[\W_]+", "", content).casefold()
        found += [(name, file) for name in glued if len(name) > 7 and name in squeezed]
        found += [
            (words, file) for words in (*quotes, *ids, *case.secrets) if any(words in text for text in unfold(content))
        ]
    return found


def named_claims(case: RandomCase, whole):
    """Return the words and ids of the claims that tell of a private person in their sentence.

    Words that a claim of nobody private has too are none of theirs alone.
    """
    texts = {document.id: document.text for document in whole.documents}
    parts = {part for name in case.names for part in tell(name)}
    quotes, ids, others = set(), set(), []
    for one in whole.claims:
        quote = one.claim.span.read(texts[one.claim.document])
        if parts & set(plain(one.claim.sentence.read(texts[one.claim.document])).split()):
            ids.add(one.claim.id)
            quotes.add(quote)
        else:
            others.append(quote)
    return {q for q in quotes if len(q) > SHORTEST_QUOTE and not any(q in other for other in others)}, ids


def write_all(publication, folder: Path) -> dict[str, str]:
    """Return what stands in every file of every format, by its path."""
    paths = [path for write in WRITERS for path in write(publication, folder / write.__name__)]
    return {str(path.relative_to(folder)): path.read_text("utf-8") for path in paths}


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, CASES, CHUNK))
def test_no_name_alias_quote_or_identifier_that_is_withheld_stands_in_any_byte(tmp_path: Path, start: int):
    for seed in range(start, start + CHUNK):
        case = make_case(seed)
        record, whole, terms = leave(case, seed)
        files = write_all(publish(record, terms, whole=whole), tmp_path / str(seed))
        run = Run(sayso="1", sides={"government": case.secrets[0]})
        files |= {
            f"method.{form}": tell_run(Privacy(withhold_ties(whole), terms.secret), run, form) for form in METHOD_FORMS
        }
        assert leaks(case, whole, files) == []


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, GATED, CHUNK))
def test_nothing_that_waits_for_a_review_or_a_release_stands_in_any_byte(tmp_path: Path, start: int):
    for seed in range(start, start + CHUNK):
        whole, terms = review(make_case(seed), seed)
        held = hold_back(whole, terms)
        left = leave_out(whole, held.all, frozenset())
        assert not held.all.isdisjoint(held.unreviewed)
        files = write_all(publish(left, terms, whole=whole, held=held), tmp_path / str(seed))
        # The title of a report is its name, and leaves with it.
        shown = [
            *quotes_of(whole, {one.claim.id for one in left.claims}),
            *(one.title or "" for one in whole.documents),
        ]
        waiting = {words for words in quotes_of(whole, held.all) if not any(words in one for one in shown)}
        texts = {file: "\n".join(unfold(content)) for file, content in files.items()}
        assert [(words, file) for file, text in texts.items() for words in (*waiting, *held.all) if words in text] == []
        assert [file for file, text in texts.items() if re.search("field hospital|shelter in|Bashar", text)] == []


def review(case: RandomCase, seed: int):
    """Return the whole of a case of which a person has accepted every other claim, and the terms without any release."""
    readings = list(read_documents(case.documents))
    held = Held(obtained={document.id: "2024-05-02T08:00:00+00:00" for document in case.documents})
    accepted = (
        Judgement(
            id=f"a{number}", kind=JudgementKind.ACCEPT, author="Ana", reason="read", made="2024-05-04T10:00:00+00:00",
            document=one.claim.document, claim=one.claim.id, claim_kind=one.claim.kind.value,
        )
        for number, one in enumerate(join(readings, case.settings, (), held).claims)
        if number % 2
    )  # fmt: skip
    return join_to_leave(readings, case.settings, tuple(accepted), held), Terms(secret=str(seed).encode() * 8)


def quotes_of(record, claims) -> set[str]:
    """Return the words of claims, and of the sentences they stand in: those leave with them."""
    texts = {document.id: document.text for document in record.documents}
    kept = [one.claim for one in record.claims if one.claim.id in claims]
    words = {span.read(texts[claim.document]) for claim in kept for span in (claim.span, claim.sentence)}
    return {one for one in words if len(one) > SHORTEST_QUOTE}


@pytest.mark.slow
def test_of_what_is_withheld_nothing_finer_than_a_week_a_size_and_one_voice_leaves():
    for seed in range(CHUNK * 2):
        tables = publish_case(seed).tables
        hidden = [row for row in tables["claims"] if row["quote"] == "words withheld"]
        assert all(len(row["chain"]) <= 1 and row["rule"] is None for row in hidden)
        figures = [one for row in hidden for one in row["figures"]]
        lines = [row for table in ("control", "figures") for row in tables[table] if row["quote"] == "words withheld"]
        days = [row["time"]["edtf"] for row in hidden] + [row.get("date", row.get("period")) for row in lines]
        assert [day for day in days if find_week(day) != day] == []
        assert [one["words"] for one in (*figures, *lines) if not is_size(one.get("words"))] == []
        assert not any((row.get("share") or "").endswith("%") for row in lines)


def is_size(words: str | None) -> bool:
    """Tell whether words give the size of a number: from one followed by noughts to nines."""
    return words is None or bool(re.fullmatch(SIZE, words.replace(",", "")))


SIZE = r"(?:(?:at least 10*|at most 9+|(?:10*|0) to 9+|(?:0 to 50|50 to 100) per cent) \(size only\)|a number that is withheld)"


def test_random_cases_show_what_names_nobody():
    shown = [row["quote"] for seed in range(8) for row in publish_case(seed).tables["claims"]]
    assert len([quote for quote in shown if quote != "words withheld"]) > len(shown) / 20


def publish_case(seed: int):
    record, whole, terms = leave(make_case(seed), seed)
    return publish(record, terms, whole=whole)
