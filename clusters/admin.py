"""To look at only: deeds go through actions, which check, lock and write the journal."""

from django.contrib import admin

from clusters.campaigns.models.campaign import Campaign
from clusters.membership.models.cluster import Cluster, ClusterYear, Membership, Post
from clusters.organisations.models.organisation import Organisation, Succession
from clusters.people.models.mandate import Mandate


class ToLookAt(admin.ModelAdmin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Organisation)
class OrganisationAdmin(ToLookAt):
    list_display = ("name", "code", "kind", "during", "verified")
    list_filter = ("kind", "verified")
    search_fields = ("name", "code")


@admin.register(Succession)
class SuccessionAdmin(ToLookAt):
    list_display = ("predecessor", "successor", "day", "kind", "legal_basis")
    list_select_related = ("predecessor", "successor")


@admin.register(Cluster)
class ClusterAdmin(ToLookAt):
    list_display = ("name", "code", "owner", "level", "kind", "during", "verified")
    list_filter = ("level", "kind", "verified")
    list_select_related = ("owner",)
    search_fields = ("name", "code")


@admin.register(ClusterYear)
class ClusterYearAdmin(ToLookAt):
    list_display = ("cluster", "year", "supervisor_office", "closed_on")
    list_select_related = ("cluster",)


@admin.register(Membership)
class MembershipAdmin(ToLookAt):
    list_display = ("organisation", "cluster", "during", "verified")
    list_filter = ("verified",)
    list_select_related = ("organisation", "cluster")
    search_fields = ("organisation__name",)


@admin.register(Post)
class PostAdmin(ToLookAt):
    list_display = ("cluster_year", "kind", "organisation", "during")
    list_filter = ("kind",)
    list_select_related = ("cluster_year__cluster", "organisation")


@admin.register(Mandate)
class MandateAdmin(ToLookAt):
    list_display = ("user", "role", "organisation", "during")
    list_filter = ("role",)
    list_select_related = ("user", "organisation")
    search_fields = ("user__full_name", "user__username", "organisation__name")


@admin.register(Campaign)
class CampaignAdmin(ToLookAt):
    list_display = ("name", "initiator", "during")
    search_fields = ("name",)
