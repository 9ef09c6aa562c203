"""The order of the work, from inputs to stories."""
