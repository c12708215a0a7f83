import base64
import html
import random
import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from random_cases import RandomCase, make_case

from sayso.case.briefs import make_brief, write_page
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind
from sayso.outputs import Terms, hold_back, publish, write_csv, write_geojson
from sayso.outputs.briefing import write_briefing
from sayso.outputs.method_pages import write_method
from sayso.outputs.methodology import Run, describe_method
from sayso.outputs.sheets import write_acled, write_ucdp
from sayso.outputs.withholding import withhold_ties
from sayso.pipeline import Held, join, join_to_leave, read_documents
from sayso.record import leave_out
from sayso.text.spellings import plain

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


WRITERS = (write_csv, write_geojson, write_acled, write_ucdp, write_briefings)
CASES, CHUNK = 200, 20
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


@pytest.mark.slow
@pytest.mark.parametrize("start", range(0, CASES, CHUNK))
def test_no_name_alias_quote_or_identifier_that_is_withheld_stands_in_any_byte(tmp_path: Path, start: int):
    for seed in range(start, start + CHUNK):
        case = make_case(seed)
        record, whole, terms = leave(case, seed)
        publication = publish(record, terms, whole=whole)
        paths = [path for write in WRITERS for path in write(publication, tmp_path / str(seed) / write.__name__)]
        files = {str(path.relative_to(tmp_path)): path.read_text("utf-8") for path in paths}
        files["method"] = write_method(describe_method(withhold_ties(whole), Run(sayso="1")), publication.title, "html")
        assert leaks(case, whole, files) == []


def test_random_cases_show_what_names_nobody():
    shown = [row["quote"] for seed in range(8) for row in publish_case(seed).tables["claims"]]
    assert len([quote for quote in shown if quote != "words withheld"]) > len(shown) / 20


def publish_case(seed: int):
    record, whole, terms = leave(make_case(seed), seed)
    return publish(record, terms, whole=whole)
