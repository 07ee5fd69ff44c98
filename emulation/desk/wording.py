"""Words for what the apps write in the audit; a test finds a deed that has none."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "awards.accept_list": _("Accepted a list into the register"),
    "awards.add_honours": _("Added honours to the register"),
    "awards.check_list": _("Checked a list"),
    "awards.discard_list": _("Discarded a list"),
    "awards.export_register": _("Exported the register"),
    "awards.load_reference": _("Loaded the award catalogue"),
    "awards.map_list": _("Confirmed the columns of a list"),
    "awards.read_personal": _("Looked at personal particulars"),
    "awards.receive_list": _("Sent in a list"),
    "clusters.add_member": _("Added a member to the cluster"),
    "clusters.appoint_post": _("Recorded a post in the cluster"),
    "clusters.assign_supervisor": _("Recorded the supervising Council member's office"),
    "clusters.change_cluster": _("Changed the cluster"),
    "clusters.close_cluster_year": _("Closed the cluster's year"),
    "clusters.correct_membership_period": _("Corrected a membership"),
    "clusters.correct_post": _("Corrected a post"),
    "clusters.create_cluster": _("Recorded a cluster"),
    "clusters.end_mandate": _("Ended a mandate"),
    "clusters.end_membership": _("Ended a membership"),
    "clusters.end_post": _("Ended a post"),
    "clusters.grant_mandate": _("Granted a mandate"),
    "clusters.load_reference": _("Loaded organisations, clusters and campaigns"),
    "clusters.open_cluster_year": _("Opened the cluster's year"),
    "core.change_password": _("Changed a password"),
    "core.create_account": _("Created an account"),
    "core.restore_account": _("Restored an account"),
    "core.suspend_account": _("Suspended an account"),
    "reports.ask": _("Asked for a report"),
    "reports.finish": _("Made a report"),
    "reports.sign": _("Signed a report"),
}

PARTICULARS = {
    "account": _("account"),
    "added": _("records added"),
    "bytes": _("size in bytes"),
    "collective": _("Collective"),
    "filters": _("filters"),
    "format": _("format"),
    "household": _("Household"),
    "individual": _("Individual"),
    "rows": _("rows in the list"),
    "taken": _("rows taken into the register"),
    "cluster": _("cluster"),
    "cluster_year": _("cluster year"),
    "from": _("from the day"),
    "until": _("until before the day"),
}

FOR_MACHINES = {"checksum", "mapping", "given"}
