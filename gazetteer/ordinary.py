"""Which names of places are ordinary words that are mostly written small ("reading", "most")?"""

import gzip
import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path


def load_test() -> Callable[[str], bool]:
    """Return what tells whether a folded name is a word that is written small more often than with a capital.

    The frequencies are those of spacy-lookups-data, by the form as written.
    """
    spec = find_spec("spacy_lookups_data")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("spacy-lookups-data is not installed: `make gazetteer` does it")
    path = Path(spec.origin).parent / "data" / "en_lexeme_prob.json.gz"
    chances: dict[str, float] = json.loads(gzip.decompress(path.read_bytes()))
    return lambda key: chances.get(key, -99.0) > chances.get(key.capitalize(), -99.0)
