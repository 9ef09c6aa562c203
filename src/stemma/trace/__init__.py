"""Which copy came from which: credits, citations, borrowings, the stemma and its origins."""
