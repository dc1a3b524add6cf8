"""The options that several commands share, each block told once. Never enters: their use."""
