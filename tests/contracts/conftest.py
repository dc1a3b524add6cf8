from own_desk import asked  # noqa: F401 - a fixture of this folder
from running import demo, demo_template, office, pusat, pusat_template  # noqa: F401 - fixtures of this folder
