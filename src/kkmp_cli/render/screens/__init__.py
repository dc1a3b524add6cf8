"""What a command prints, one file per verb. Never enters: a question to the register."""
