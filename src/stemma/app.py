"""The wiring, in one file: settings become parts, parts become the façade that people call."""
