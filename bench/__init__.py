"""How good and how fast is sayso? Runners that measure it on gold data that others made, and the floors."""
