"""The cases that are shipped to try sayso on."""
