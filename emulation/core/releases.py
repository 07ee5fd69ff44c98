"""Of which release a database is, told by the migrations it has had."""

from django.db.migrations.loader import MigrationLoader

OURS = {"core", "clusters", "awards", "reports"}  # what others' apps applied once, their later releases may forget


def unknown_migrations(loader: MigrationLoader) -> set[tuple[str, str]]:
    """(app, name) of ours that this code does not have: the database was used by a newer release."""
    return {
        (app, name) for app, name in loader.applied_migrations.keys() - loader.disk_migrations.keys() if app in OURS
    }
