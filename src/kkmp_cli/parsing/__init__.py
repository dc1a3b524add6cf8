"""Text of a cell or an option → canonical value, and back. Never enters: a file, a register."""
