"""Which questions are one, since one number answers them all?"""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Roots:
    """Keys gathered in heaps; each heap goes by its least key, in whatever order they were joined."""

    above: dict[str, str] = field(default_factory=dict)

    def find(self, key: str) -> str:
        """Return the key by which its heap goes."""
        path = []
        while key in self.above:
            path.append(key)
            key = self.above[key]
        for passed in path:
            self.above[passed] = key
        return key

    def join(self, left: str, right: str) -> None:
        """Put two keys, and all that were joined to them, into one heap."""
        least, other = sorted((self.find(left), self.find(right)))
        if least != other:
            self.above[other] = least
