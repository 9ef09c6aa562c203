"""Text to tokens, sentences, syntax, names, figures, moments and vectors."""
