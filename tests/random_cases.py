"""Cases with private persons in every corner: names of made-up syllables in voices, quotes, titles, addresses and files."""

import random
import re
from dataclasses import dataclass, replace

from sayso.intake import describe_document
from sayso.model.documents import Capture, PageFacts
from sayso.model.judgements import Judgement
from sayso.model.kinds import JudgementKind, VoiceKind
from sayso.model.settings import OutletEntry, PlaceEntry, Settings, VoiceEntry
from sayso.outputs.name_finders import plain_words

ONSETS = ("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "r", "s", "t", "v", "z", "sh", "kh", "th", "br", "dr", "kr")
VOWELS = ("a", "e", "i", "o", "u", "aa", "ei", "ou")
CODAS = ("b", "d", "k", "l", "m", "n", "r", "sh", "th", "v", "z", "rn", "lk", "mp")
PLACES = ("Harwick", "Dunmore", "Pellstadt", "Varna Hill")
OUTLETS = ("Valley Voice", "National Herald", "Hill Post", None)
SAYING = (
    "Shells hit the village of {place} on Tuesday, {name} said.",
    "{name}, a resident of {place}, said that soldiers had killed 12 people there on Monday.",
    '"The army captured the bridge in {place} on Tuesday," said {name}.',
    "According to {name}, rebels withdrew from {place} on Sunday.",
    "Activist {name} told the Herald that warplanes struck {place}.",
    "{name} denied that the army had captured {place}.",
    "Dr {name} said at least five civilians were wounded in {place} on Monday.",
    "The army holds {place}, {name}, a teacher, told reporters. He said shells fell on the market.",
    "{last} said the rebels had left {place}.",
)
TELLING = (
    "Soldiers killed {name}, 34, a baker from {place}, on Monday.",
    "{name} was killed in shelling on {place} on Tuesday, activists said.",
    "Residents said gunmen abducted {name} and his brother in {place} on Sunday.",
    "The body of {name} was found in {place}, the monitor said.",
    "Government forces shelled {place}, killing three people, among them {name}.",
    "Rebel commander {name} seized the village of {place} on Monday, state television said.",
    "Troops arrested {name} in {place} and burned the house of the {last} family.",
    "{name} wrote on pages.example/{slug} that shells fell on {place}.",
    "A video by @{handle} shows shells falling on {place}, where {name} lives.",
    "{name}'s house in {place} was destroyed in an air strike, witnesses said.",
)
# Who has no name and is described so that he could be known; the words in brackets must not leave.
DESCRIBED = (
    "A former officer [originally from {place} who deserted in June] said rebels had left {other}. The deserter said 14 soldiers died.",
    "A nurse [working at the clinic in {place}] told the Herald that at least 41 people were killed on Tuesday.",
    "Shells fell on {other} on Monday, said a [woman sheltering in a school in {place}].",
    "An electrician [who ran the pumps of {place} until he retired] said the army captured {other} on Sunday.",
    "A farmer [whose grove lies beside the road to {place}] said warplanes struck {other} on Monday.",
)
PLAIN = (
    "Activists said the army shelled {place} on Tuesday.",
    "State television said the army had captured {place}.",
    "At least 7 people were killed in {place} on Monday, the monitor said.",
    "Rebels hold most of {place}, residents said.",
    "Clashes broke out near {place} on Sunday, killing 4 soldiers.",
    "Shells hit the field hospital in {place} on Monday, killing 3 people.",
    "Families fled to a shelter in {place} on Sunday, residents said.",
    "Bashar al-Assad bombed {place} on Monday and 6 people were killed there.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RandomCase:
    """Documents, settings and judgements of a case, and what of it nobody may read outside: names, aliases, handles."""

    documents: tuple
    settings: Settings
    judgements: tuple
    names: tuple[str, ...]
    secrets: tuple[str, ...]


def make_case(seed: int) -> RandomCase:
    """Return a case of one to three documents with two to five private persons."""
    dice = random.Random(seed)
    names = tuple(dict.fromkeys(_name(dice) for _ in range(dice.randint(2, 5))))
    described: list[str] = []
    documents = tuple(_document(dice, number, names, described) for number in range(dice.randint(1, 3)))
    reason = f"{names[0]} told us on the telephone {dice.randint(10**6, 10**7)}"
    settings, aliases = _settings(dice, names)
    return RandomCase(
        documents=documents,
        settings=settings,
        judgements=_judgements(dice, documents, names, reason),
        names=(*names, *aliases),
        secrets=(reason, *aliases, *described),
    )


def _word(dice: random.Random) -> str:
    syllables = (dice.choice(ONSETS) + dice.choice(VOWELS) for _ in range(dice.randint(1, 2)))
    word = ("".join(syllables) + dice.choice(CODAS)).capitalize()
    return _word(dice) if word.casefold() in plain_words() else word


def _name(dice: random.Random) -> str:
    first, last = _word(dice), _word(dice)
    forms = (
        "{0} {1}",
        "{0} al-{1}",
        "Abu {0}",
        "{0} bin {1}",
        "{0}-{1} {2}",
        "{0} O'{1}",
        "Umm {1}",
        "{0} {2} {1}",
        "{0} Á{1}",
    )
    return dice.choice(forms).format(first, last, _word(dice))


def _document(dice: random.Random, number: int, names: tuple[str, ...], described: list[str]):
    """Return a document; words that describe somebody in it are added to a list."""
    sentences = []
    for _ in range(dice.randint(2, 5)):
        name = dice.choice(names)
        kind = dice.choice((SAYING, TELLING, DESCRIBED, PLAIN))
        written = {
            "name": name,
            "last": name.split()[-1],
            "handle": _handle(name),
            "slug": "-".join(name.casefold().split()),
        }
        text = dice.choice(kind).format(place=dice.choice(PLACES), other=dice.choice(PLACES), **written)
        described += re.findall(r"\[(.+?)\]", text)
        sentences.append(re.sub(r"[\[\]]", "", text))
    subject = dice.choice(names)
    title = dice.choice(
        (f"{subject} speaks of the war", f"Shells fall on {dice.choice(PLACES)}", f"Who killed {subject}?")
    )
    slug = "-".join(dice.choice((subject, "shells fall on the village")).casefold().split())
    outlet = dice.choice((*OUTLETS, f"{subject}'s Diary"))
    text = f"{title}\n\n{dice.choice(('', f'By {dice.choice(names)}'))}\n\n{dice.randint(5, 9)} May 2021\n\n{' '.join(sentences)}\n"
    sha = f"{dice.getrandbits(256):064x}"
    capture = Capture(
        id=sha[:16],
        sha256=sha,
        file=f"{slug}-{number}.txt",
        media_type="text/plain",
        text=text,
        page=PageFacts(
            title=title, outlet=outlet, url=f"https://{dice.choice(('news', _handle(subject)))}.example/{slug}"
        ),
    )
    return describe_document(capture, Settings())


def _handle(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isascii() and letter.isalpha())


def _settings(dice: random.Random, names: tuple[str, ...]):
    aliases = [_name(dice) for _ in range(dice.randint(0, 2))]
    voices = [
        VoiceEntry(name=name, aliases=tuple(dice.sample(aliases, dice.randint(0, len(aliases)))), kind=dice.choice((VoiceKind.ACTIVIST, VoiceKind.MONITOR, VoiceKind.UNKNOWN)), private=dice.random() < 0.5)
        for name in dice.sample(names, dice.randint(0, 2))
    ]  # fmt: skip
    places = tuple(
        PlaceEntry(name=name, country="SY", latitude=34.0 + n, longitude=36.0) for n, name in enumerate(PLACES)
    )
    used = tuple(dict.fromkeys(alias for voice in voices for alias in voice.aliases))
    return Settings(voices=tuple(voices), places=places, outlets=(OutletEntry(name="Valley Voice"),)), used


def _judgements(dice: random.Random, documents, names: tuple[str, ...], reason: str):
    lines = [
        Judgement(id=f"p{number}", kind=JudgementKind.PRIVATE, author="Ana", reason=reason, made="2024-05-04T10:00:00+00:00", fields={"names": [name]})
        for number, name in enumerate(dice.sample(names, dice.randint(0, 1)))
    ]  # fmt: skip
    if dice.random() < 0.3:
        dated = replace(
            Judgement(id="d1", kind=JudgementKind.DATE, author="Ana", reason=reason, made="2024-05-04T10:00:00+00:00"),
            document=documents[0].id,
            fields={"date": "2021-05-09"},
        )
        lines.append(dated)
    return tuple(lines)
