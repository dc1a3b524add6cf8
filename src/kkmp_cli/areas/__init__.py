"""Which area a name means: index, kota, kecamatan, spellings, official lists. Never enters: a
cooperative, a database.
"""
