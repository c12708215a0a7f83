"""What is known so far of somebody whom the text speaks of?"""

from dataclasses import dataclass, field

from sayso.reference.phrase_runs import Phrase
from sayso.reference.scenes import Run


@dataclass(slots=True, kw_only=True)
class Entity:
    """Somebody spoken of, growing while the text is read: all that its mentions have told.

    `is_brought_in` tells of a person that a full name, a title, an age or what he is has brought him in.
    """

    kind: str
    mentions: list[Run] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    names: list[tuple[str, ...]] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    modifiers: set[str] = field(default_factory=set)
    sex: str | None = None
    sentence: int = 0
    spoke: int | None = None
    acted: int | None = None
    is_brought_in: bool = False

    def add(self, phrase: Phrase, link: str, sentence: int) -> None:
        """Take in one more mention and what it tells."""
        self.mentions.append(phrase.run)
        self.links.append(link)
        self.heads.append(phrase.head)
        self.sentence = sentence
        if phrase.is_pronoun:
            return
        if phrase.name and phrase.name not in self.names:
            self.names.append(phrase.name)
        if phrase.key:
            self.keys.add(phrase.key)
        self.is_brought_in |= phrase.is_brought_in
        if phrase.role:
            self.roles.add(phrase.role)
        self.modifiers |= phrase.modifiers
        self.sex = self.sex or phrase.sex
