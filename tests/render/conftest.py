from running import (  # noqa: F401 - fixtures of this folder
    demo,
    demo_template,
    engine,
    office,
    pusat,
    pusat_template,
    server_database,
)
from server_desks import server, server_desks, server_templates  # noqa: F401
