from running import (  # noqa: F401 - fixtures of this folder
    demo,
    demo_template,
    engine,
    office,
    pusat,
    pusat_template,
    server,
    server_database,
    server_desks,
    server_templates,
)
