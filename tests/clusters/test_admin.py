"""The account administration only looks: nothing of this app is added, changed or deleted there."""

import pytest
from django.contrib import admin
from django.urls import reverse

from clusters.models import (
    Campaign,
    Cluster,
    ClusterYear,
    Mandate,
    Membership,
    Organisation,
    Post,
    Succession,
)
from tests.clusters.membership.make import make_membership
from tests.clusters.people.make import make_user

pytestmark = pytest.mark.django_db
SHOWN = (Campaign, Cluster, ClusterYear, Mandate, Membership, Organisation, Post, Succession)


@pytest.fixture
def superuser(client):
    user = make_user(is_staff=True)
    user.is_superuser = True
    user.save()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


@pytest.mark.parametrize("model", SHOWN, ids=lambda model: model._meta.model_name)
def test_rows_are_looked_at_and_never_touched(superuser, model):
    membership = make_membership()
    name = f"admin:clusters_{model._meta.model_name}"
    assert superuser.get(reverse(f"{name}_changelist")).status_code == 200
    assert superuser.get(reverse(f"{name}_add")).status_code == 403
    if model is Membership:
        assert superuser.get(reverse(f"{name}_change", args=[membership.pk])).status_code == 200
        assert superuser.post(reverse(f"{name}_change", args=[membership.pk]), {}).status_code == 403
        assert superuser.post(reverse(f"{name}_delete", args=[membership.pk]), {"post": "yes"}).status_code == 403


def test_every_registered_model_of_this_app_is_only_looked_at(superuser, rf):
    request = rf.get("/")
    request.user = None
    ours = [one for model, one in admin.site._registry.items() if model._meta.app_label == "clusters"]
    assert len(ours) == len(SHOWN)
    for one in ours:
        assert not one.has_add_permission(request)
        assert not one.has_change_permission(request)
        assert not one.has_delete_permission(request)
