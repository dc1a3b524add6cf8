"""Values → what is printed or written. Never enters: a rule, a sum, a query."""
