"""One reader for each corpus: files to sentences with labels."""
