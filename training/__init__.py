"""How the syntax model in the package was made; nothing here is installed with sayso."""
