"""What can be told of words by themselves? Names, trees, marks: no stage, no case."""
