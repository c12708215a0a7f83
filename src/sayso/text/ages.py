"""Where does an age stand behind a name?"""

from collections.abc import Callable

_DIGITS = 2


def stands_before_age(word: Callable[[int], str], last: int) -> bool:
    """Tell whether commas set an age behind a name that ends before `last`, as behind private persons ("Mira Holt, *34*, said").

    `word` gives the word of a token, an empty one outside the text.
    """
    age = word(last + 1)
    return word(last) == word(last + 2) == "," and age.isdigit() and len(age) == _DIGITS
