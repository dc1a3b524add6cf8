"""Values → what is printed or written: terminal, JSON and files. Never enters: a rule, a sum, a
query.
"""
