"""Tasks for tests: given by an office to units."""

from clusters.models import Task
from clusters.tasks.actions import give_task
from clusters.tasks.rules import TaskKind
from tests.clusters.campaigns.make import Office


def facts(**changed):
    said = {
        "kind": TaskKind.TASK,
        "directive": None,
        "conference": None,
        "given_by": "Chủ tịch UBND",
        "addressed_to": "các sở, ban, ngành",
        "text": "Đánh giá hạn chế",
        "due_on": None,
        "known_by": "Báo cáo",
    }
    return said | changed


def make_task(office: Office, *, units: list[Office], **changed) -> Task:
    bodies = [unit.organisation for unit in units]
    return give_task(office.organisation, units=bodies, actor=office.officer, **facts(**changed))
