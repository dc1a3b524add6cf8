from desktop import desktop, gambir  # noqa: F401 - fixtures of this folder
from interviewing import registered, running  # noqa: F401 - fixtures of this folder
from running import demo, demo_template, office, pusat, pusat_template  # noqa: F401 - fixtures of this folder
