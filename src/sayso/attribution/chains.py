"""Who stands behind whom? The chain of sources of every act of saying, and the innermost one of every word."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.borders import is_quoted
from sayso.attribution.citations import CITED
from sayso.attribution.drafts import Draft
from sayso.attribution.eyewitnesses import find_kind_of_teller
from sayso.attribution.identities import NOBODY, REFERRED, UNATTRIBUTED, UNRESOLVED, Identities
from sayso.attribution.nouns import is_rejected
from sayso.attribution.owners import is_bare_text, is_own_text, is_own_text_before
from sayso.attribution.pages import Page, Run
from sayso.attribution.passives import AGENT
from sayso.attribution.relays import MEDIA
from sayso.attribution.speaker_phrases import Speaker
from sayso.attribution.staff import is_of_ours
from sayso.attribution.words import role_words
from sayso.lexicons.bodies import find_body
from sayso.model.attributions import Attribution, Attributions, Source
from sayso.model.kinds import REJECTING, Stance
from sayso.model.spans import Span

_OF_BODIES = frozenset({"it", "they", "its", "their"})
_HEARERS = frozenset({"him", "her"})
_FARTHEST, _TEXT_FARTHEST = 3, 8


class Chains:
    """Builds the chains of one document from its drafts, which are given in reading order."""

    def __init__(self, page: Page, drafts: Sequence[Draft]) -> None:
        self.page = page
        self.drafts = drafts
        self._identities = Identities(page)
        self._relays: dict[str, tuple[int, Source]] = {}
        self._by_head = {draft.head: number for number, draft in reversed(list(enumerate(drafts)))}
        self._citing = [number for number, draft in enumerate(drafts) if draft.rule == CITED and draft.speaker]
        self._holders = self._find_holders()
        self._lines = [self._find_line(number) for number in range(len(drafts))]
        self._own: list[tuple[Source, ...]] = []
        for draft in drafts:
            self._own.append(self._find_own(draft))
        self._own = self._with_witnesses()

    def build(self) -> Attributions:
        """Return the attributions with their chains; one that nobody but the outlet speaks is left out."""
        chains = [self._chain(line) for line in self._lines]
        kept = [number for number, chain in enumerate(chains) if chain and self._own[number]]
        index = {number: place for place, number in enumerate(kept)}
        items = tuple(self._attribution(number, chains[number], index) for number in kept)
        quoted = tuple(token in self.page.quotation_at for token in range(len(self.page.parse)))
        return Attributions(items=items, of_token=self._innermost(kept, index), quoted=quoted)

    def _attribution(self, number: int, chain: tuple[Source, ...], index: dict[int, int]) -> Attribution:
        draft = self.drafts[number]
        return Attribution(
            chain=chain,
            cue=self.page.parse.span(*draft.cue),
            cue_lemma=draft.lemma,
            content=self._spans(draft.content),
            stance=self._stance(number),
            channel=draft.channel,
            parent=next((index[above] for above in self._lines[number][1:] if above in index), None),
            is_quoted=is_quoted(self.page, draft.content),
            rule=draft.rule,
        )

    def _stance(self, number: int) -> Stance:
        """Return how an act of saying holds to what it says: what nobody is named for is hedged ("reports say")."""
        stance, own = self.drafts[number].stance, self._own[number]
        return Stance.HEDGES if stance is Stance.ASSERTS and own[-1].rule == NOBODY else stance

    def _find_line(self, number: int) -> tuple[int, ...]:
        """Return the draft and those it stands inside, from the innermost to the outermost."""
        line = [number]
        while (parent := self._find_parent(line[-1])) is not None and parent not in line:
            line.append(parent)
        return tuple(line)

    def _find_parent(self, number: int) -> int | None:
        """Return the narrowest other draft whose content holds this one's cue, or the one it is said to belong to."""
        draft = self.drafts[number]
        if draft.under is not None:
            return self._by_head.get(draft.under)
        holders = [
            n for n in self._holders.get(draft.head, ()) if n != number and self.drafts[n].head not in draft.content
        ]
        holders = [n for n in holders if not self._say_the_same(draft, self.drafts[n])]
        if not holders and draft.speaker is not None:
            return self._find_citing(number, draft.speaker)
        return min(holders, key=lambda n: len(self.drafts[n].content), default=None)

    def _say_the_same(self, draft: Draft, holder: Draft) -> bool:
        """Tell whether two say one thing in turn ("The road is cut, *the monitor said* and medics said")."""
        end = draft.cue[1]
        is_joined = self.page.word(end) == "and" and holder.head in range(end, self.page.sentence(draft.head)[1])
        return is_joined and max(holder.content) < end and draft.content <= holder.content

    def _find_citing(self, number: int, speaker: Speaker) -> int | None:
        """Return the citation that brings in who speaks in a clause beside it ("citing medics *who said* ...")."""
        return next((n for n in self._citing if n != number and self._is_speaker(n, speaker)), None)

    def _find_holders(self) -> dict[int, list[int]]:
        """Return the drafts in whose content each head of a cue stands."""
        found: dict[int, list[int]] = {}
        for number, draft in enumerate(self.drafts):
            for token in draft.content & self._by_head.keys():
                found.setdefault(token, []).append(number)
        return found

    def _is_speaker(self, number: int, speaker: Speaker) -> bool:
        other = self.drafts[number].speaker
        return other is not None and other.head == speaker.head

    def _chain(self, line: tuple[int, ...]) -> tuple[Source, ...]:
        chain: list[Source] = []
        inner = self.drafts[line[0]]
        is_given = inner.rule == AGENT or is_rejected(self.page, inner.head)
        for link in reversed(line):
            # Who disputes what was given by another has not passed it on ("disputes the figure given by activists").
            if link != line[0] and is_given and self.drafts[link].stance in REJECTING:
                continue
            chain.extend(source for source in self._own[link] if not chain or _adds(source, chain[-1]))
        return tuple(chain)

    def _find_own(self, draft: Draft) -> tuple[Source, ...]:
        """Return the sources an act of saying adds: who passed it on, then the speaker; never the outlet."""
        if draft.speaker is None:
            return (UNATTRIBUTED,)
        is_ours = is_own_text(self.page, draft.speaker) or is_of_ours(self.page, draft.speaker.head)
        is_ours |= is_own_text_before(self.page, draft.speaker)
        if is_ours or self._is_read_for_us(draft, draft.speaker):
            return ()
        if is_bare_text(self.page, draft.speaker):
            return self._find_writers(draft, draft.speaker)
        speaker = self._identities.name(draft.speaker)
        if speaker.rule == UNRESOLVED:
            speaker = self._find_before(draft, speaker)
        relay = self._find_relay(draft, draft.speaker, speaker)
        return tuple(source for source in (relay, speaker) if source is not None and not self._is_outlet(source))

    def _is_read_for_us(self, draft: Draft, speaker: Speaker) -> bool:
        """Tell whether somebody tells what pictures show ("new pictures show a crater, *the lab reports*"): the reading is his."""
        number = self._by_head.get(draft.head)
        is_picture = self.page.lemma(speaker.head) in role_words("documents", "shown")
        parent = self._find_parent(number) if is_picture and number is not None else None
        reader = None if parent is None else self.drafts[parent].speaker
        return reader is not None and self.page.lemma(reader.head) not in role_words("documents", "shown")

    def _with_witnesses(self) -> list[tuple[Source, ...]]:
        """Return the sources of each act of saying, those who tell what they saw as witnesses."""
        said: dict[str, list[Draft]] = {}
        for own, draft in zip(self._own, self.drafts, strict=True):
            if own and draft.speaker is not None:
                said.setdefault(own[-1].name, []).append(draft)
        called = {(own[-1].name, own[-1].kind) for own in self._own if _is_somebody(own)}
        kinds = {
            (name, kind): find_kind_of_teller(self.page, kind, said.get(name, ())) for name, kind in sorted(called)
        }
        return [
            (*own[:-1], replace(own[-1], kind=kinds[own[-1].name, own[-1].kind])) if _is_somebody(own) else own
            for own in self._own
        ]

    def _find_before(self, draft: Draft, pronoun: Source) -> Source:
        """Return who spoke last in the same sentence for an "it" or "they" that nothing else explains, else that pronoun."""
        if self.page.word(draft.speaker.head if draft.speaker else draft.head) not in _OF_BODIES:
            return pronoun
        first, _ = self.page.sentence(draft.head)
        # Those behind this one have no sources yet.
        for own, other in reversed([*zip(self._own, self.drafts, strict=False)]):
            is_before = first <= other.head < draft.head and other.head not in self.page.quotation_at
            if is_before and draft.head not in other.content and _is_somebody(own):
                return replace(own[-1], span=pronoun.span, rule=REFERRED)
        return pronoun

    def _find_writers(self, draft: Draft, words: Speaker) -> tuple[Source, ...]:
        """Return who made the statement that speaks, behind who passed it on: whoever issued one not long before, else nobody known."""
        sentence, noun = self.page.tree.sentence(words.head), self.page.lemma(words.head)
        span = self.page.parse.span(*words.run)
        for number in reversed(range(len(self._own))):
            other = self.drafts[number]
            is_near = 0 <= sentence - self.page.tree.sentence(other.head) <= _TEXT_FARTHEST and other.head < draft.head
            if is_near and self._own[number] and self._is_made(other, noun):
                writer = self._own[number][-1]
                held = self._relays.get(writer.name)
                made = replace(writer, span=span, rule=REFERRED if writer.rule != NOBODY else NOBODY)
                return (_again(held[1]), made) if held is not None else (made,)
        return (replace(UNATTRIBUTED, span=span),)

    def _is_made(self, draft: Draft, noun: str) -> bool:
        """Tell whether somebody speaks in a text of a sort: by that channel, or through the text ("read a *statement* by X")."""
        speaks = draft.speaker is not None and self.page.lemma(draft.speaker.head) == noun
        return draft.channel == noun or self.page.lemma(draft.head) == noun or speaks

    def _find_relay(self, draft: Draft, words: Speaker, speaker: Source) -> Source | None:
        """Return who passed the words on; somebody whom the text goes on quoting is still quoted through the same."""
        sentence = self.page.tree.sentence(words.head)
        if draft.relay is not None:
            self._relays[speaker.name] = (sentence, self._identities.name_medium(draft.relay))
            return self._relays[speaker.name][1]
        hearer = self._find_hearer(draft)
        if hearer is not None:
            return hearer
        above = self._find_medium_above(draft)
        if above is not None:
            self._relays[speaker.name] = (sentence, above)
            return None
        held = self._relays.get(speaker.name)
        if held is None or not 0 <= sentence - held[0] <= _FARTHEST:
            return None
        if speaker.rule != REFERRED and sentence != held[0]:
            return None
        self._relays[speaker.name] = (sentence, held[1])
        return _again(held[1])

    def _find_hearer(self, draft: Draft) -> Source | None:
        """Return the person quoted not long before who passes on what "him" or "her" was told ("..., residents told *her*")."""
        told = self.page.tree.child(draft.head, "obj", "iobj")
        if told is None or self.page.word(told) not in _HEARERS or told in draft.content:
            return None
        hearer = self._identities.name(Speaker(told, (told, told + 1)))
        sentence = self.page.tree.sentence(draft.head)
        if hearer.rule != REFERRED:
            return None
        for number in reversed(range(len(self._own))):
            if sentence - self.page.tree.sentence(self.drafts[number].head) > _FARTHEST:
                return None
            if _is_somebody(self._own[number]) and self._own[number][-1].name == hearer.name:
                return _again(hearer)
        return None

    def _find_medium_above(self, draft: Draft) -> Source | None:
        """Return the medium that the words themselves put before a speaker ("*the agency* reported that X said ...")."""
        number = self._by_head.get(draft.head)
        parent = self._find_parent(number) if number is not None else None
        own = self._own[parent] if parent is not None and parent < len(self._own) else ()
        return own[-1] if own and own[-1].kind in MEDIA else None

    def _is_outlet(self, source: Source) -> bool:
        """Tell whether a source is the document's outlet, by any of its names, or one of its own staff."""
        outlet = self.page.layers.document.outlet
        if outlet is None or source.rule == NOBODY:
            return False
        role = (source.role or "").partition(" of ")[0]
        name = source.name.removesuffix(f" {role}") if role in role_words("staff") else source.name
        if self.page.heads_page(name):
            return True
        known, meant = find_body(outlet), find_body(name)
        return (known is not None and known == meant) or _letters(name) in {
            _letters(outlet),
            _letters(outlet.split()[-1]),
        }

    def _innermost(self, kept: Sequence[int], index: dict[int, int]) -> tuple[int | None, ...]:
        """Return for each token the deepest attribution that says it; of two as deep the narrower one."""
        order = sorted(kept, key=lambda n: (len(self._lines[n]), -len(self.drafts[n].content)))
        found: list[int | None] = [None] * len(self.page.parse)
        for number in order:
            for token in self.drafts[number].content:
                found[token] = index[number]
        return tuple(found)

    def _spans(self, tokens: frozenset[int]) -> tuple[Span, ...]:
        runs: list[Run] = []
        for token in sorted(tokens):
            if runs and runs[-1][1] == token:
                runs[-1] = (runs[-1][0], token + 1)
            else:
                runs.append((token, token + 1))
        return tuple(self.page.parse.span(*run) for run in runs)


def _is_somebody(own: tuple[Source, ...]) -> bool:
    """Tell whether an act of saying adds a source that is known to be somebody."""
    return bool(own) and own[-1].rule not in {NOBODY, UNRESOLVED}


def _again(source: Source) -> Source:
    """Return a source that words before these have named."""
    return replace(source, span=None, rule=REFERRED)


def _adds(source: Source, last: Source) -> bool:
    """Tell whether a source is one more link: not the same again, and not "it is believed" within somebody's words."""
    return source.name != last.name and source.rule != NOBODY


def _letters(name: str) -> str:
    return "".join(letter for letter in name.casefold().removeprefix("the ") if letter.isalnum())
