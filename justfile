# What a change must pass: the same as the gate.
check:
    .ci/run

# Formats the code and mends what a tool can mend.
format:
    .venv/bin/ruff format
    .venv/bin/ruff check --fix

# The quick part of the check: format, style, types, imports, the rules of the house.
lint:
    .venv/bin/ruff format --check
    .venv/bin/ruff check
    .venv/bin/mypy
    .venv/bin/lint-imports
    .venv/bin/pytest -q tests/test_house.py

# The suite, or the tests that are named.
test *tests:
    .venv/bin/pytest -q {{tests}}

# The long loops of injected faults.
slow:
    .venv/bin/pytest -q -m slow -n 0

# The sdist and the wheel, in dist/.
build:
    .venv/bin/python -m build --no-isolation

# A folder that installs without a network, in dist/: `just bundle --extra pdf --platform win_amd64`.
bundle *options:
    .venv/bin/python tools/bundle.py {{options}}

# The pictures of the screen in the guide and the README, made anew: look at them before they go in.
gambar:
    KKMP_GOLDEN=tulis .venv/bin/pytest -q -n 0 tests/contracts/test_guide.py

# The manual page, docs/kkmp.1, and the table that Tab reads, made anew from the helps of the commands.
man:
    .venv/bin/python tools/man_page.py
    KKMP_GOLDEN=tulis .venv/bin/pytest -q -n 0 tests/cli/completion/test_command_tree.py
