"""How the gazetteer of the package is made."""
