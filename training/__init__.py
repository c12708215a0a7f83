"""How the models in the package were made; nothing here is installed with sayso."""
