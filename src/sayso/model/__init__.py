"""What are the records of the house? Frozen, and the only thing the stages share."""
