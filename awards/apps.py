from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

FILES_KEPT = (
    ("HonourBatch", "organisation_id", "file_size"),
    ("YearList", "organisation_id", "file_size"),
    ("Submission", "organisation_id", "file_size"),
    ("NominationPaper", "body_id"),
    ("Consultation", "asker_id"),
    ("TotalsSource", "organisation_id"),
    ("DecisionScan", "decision__body_id"),
)
ROOMS_THAT_SHOW_PAPERS = ("records", "year_lists")


class AwardsConfig(AppConfig):
    name = "awards"
    verbose_name = _("Awards")

    def ready(self):
        """The web process asks for work by its kind, so it must know the kinds as the worker does. A room that shows
        papers beside its matters says which; reviews follow the steps of their dossiers, and leave a dossier to who is
        in charge of it. What the journal tells of a dossier is kept from whom the dossier is."""
        import_module("awards.tasks")
        quotas = import_module("emulation.core.actions.quotas")
        quotas.count_in(*(quotas.Kept(f"awards.{model}", *columns) for model, *columns in FILES_KEPT))
        attachments = import_module("clusters.attachments.access")
        for room in ROOMS_THAT_SHOW_PAPERS:
            attachments.shown_by(import_module(f"awards.{room}.access").papers_shown)
        journal = import_module("emulation.core.models.audit")
        journal.keep_with_its_subject(
            "awards.nomination", import_module("awards.conflicts.models.conflict").entries_kept_from
        )
        following = import_module("awards.review.actions.following")
        left = import_module("awards.review.actions.left")
        import_module("awards.nominations.actions.recusals").recusals_followed_by(left.hand_back)
        import_module("awards.conflicts.actions").kin_followed_by(left.hand_back_of_kin)
        course = import_module("awards.nominations.actions.course")
        course.followed_by(following.follow)
        course.held_back_by(import_module("awards.review.actions.charge").held_by_another)
        import_module("awards.nominations.models.readings").read_by(following.note_reading)
