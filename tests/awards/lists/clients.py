"""A person at the pages of lists, and the worker's turn."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from emulation.core.actions import jobs
from emulation.core.actor import Role
from emulation.core.models import Job, JobState
from tests.clusters.people.make import make_mandate, make_user
from tests.reading import client_in

DAY = date(2023, 7, 10)


def signed_in(organisation, role=Role.OFFICER, **fields):
    client = client_in("en", **fields)
    user = make_mandate(user=make_user(), role=role, organisation=organisation).user
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    client.organisation = organisation
    return client


def upload(client, content, name="danh-sach.xlsx"):
    """What the page answers; the file is not read yet."""
    file = SimpleUploadedFile(name, content)
    return client.post(reverse("awards:upload"), {"file": file, "organisation": client.organisation.pk})


def send(client, content, name="danh-sach.xlsx"):
    response = upload(client, content, name)
    work()
    return response


def at(name, batch):
    return reverse(f"awards:{name}", args=[batch.pk])


def confirmed(client, batch, **given):
    """The columns as guessed, with what the list said and what is given here; the worker's turn after that."""
    form = client.get(at("batch-columns", batch)).context["form"]
    asked = {name: form[name].value() or "" for name in form.fields}
    if hasattr(asked["decision_date"], "strftime"):
        asked["decision_date"] = f"{asked['decision_date']:%d/%m/%Y}"
    response = client.post(at("batch-columns", batch), asked | {"way": "regular"} | given)
    if response.status_code == 302:
        work()
    return response


def work():
    """What the worker does with every waiting job."""
    for job in Job.objects.filter(state=JobState.QUEUED):
        jobs.run(job.pk)
