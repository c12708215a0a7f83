"""Makes the outlines of countries and divisions that the package draws maps with."""
