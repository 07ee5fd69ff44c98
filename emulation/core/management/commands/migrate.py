"""Brings the tables up to date, as Django does; an empty database fifteen times as fast.

For each change of a model Django also makes anew all models that have to do with it, so that functions of migrations
may follow relations from row to row; here nearly every model has to do with every other one. An empty database has no
rows to follow, and its tables need the changed model alone.
"""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from django.core.management.commands import migrate
from django.db import connections
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState


class Command(migrate.Command):
    def handle(self, *args, **options):
        is_empty = not MigrationRecorder(connections[options["database"]]).applied_migrations()
        with each_model_alone() if is_empty else nullcontext():
            super().handle(*args, **options)


@contextmanager
def each_model_alone() -> Iterator[None]:
    whole = ProjectState.reload_model, ProjectState.reload_models
    ProjectState.reload_model, ProjectState.reload_models = _reload_one, _reload_these
    try:
        yield
    finally:
        ProjectState.reload_model, ProjectState.reload_models = whole


def _reload_one(state: ProjectState, app_label: str, model_name: str, delay: bool = False) -> None:
    _reload_these(state, (app_label, model_name))


def _reload_these(state: ProjectState, *models: tuple[str, str], delay: bool = True) -> None:
    if "apps" in state.__dict__:
        state._reload({(app_label, name.lower()) for app_label, name in models})
