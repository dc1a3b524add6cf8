"""A document or rows → one format each. Never enters: a choice of what is said."""
