"""The register on disk. The only room that knows a database.

`reader` opens it for questions with the standard library alone (a fast start), `writer` is the one
door for writes. What leaves here are frozen values; a row and a value meet only in `reader` and
`writer`.
"""
