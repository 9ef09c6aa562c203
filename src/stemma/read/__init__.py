"""Bytes in, reports out: finding inputs, taking them apart, cutting residue, dating."""
