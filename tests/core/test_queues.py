"""What keeps the house has a queue of its own, so that a worker can be kept free for it."""

from celery import current_app
from django.conf import settings


def queue_of(task: str) -> str:
    return current_app.amqp.router.route({}, task)["queue"].name


def test_seal_and_sweeps_never_wait_behind_the_work_that_people_ask_for():
    assert queue_of("core.run_job") == settings.CELERY_TASK_DEFAULT_QUEUE
    keeping = {entry["task"] for entry in settings.CELERY_BEAT_SCHEDULE.values()} - {"reports.draft_by_schedule"}
    assert {queue_of(task) for task in keeping} == {settings.KEEPING_QUEUE} != {settings.CELERY_TASK_DEFAULT_QUEUE}
    assert set(current_app.amqp.queues) == {settings.CELERY_TASK_DEFAULT_QUEUE, settings.KEEPING_QUEUE}
