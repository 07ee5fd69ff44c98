from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "emulation.desk"
    label = "desk"
    verbose_name = _("Desk")

    def ready(self):
        """Models can be imported only now. The roof tells lower apps what higher ones have built on their matters."""
        from awards.certificates.models.fates import OF_CERTIFICATES  # noqa: PLC0415
        from awards.conflicts.models.fates import OF_CONFLICTS  # noqa: PLC0415
        from awards.councils.models.fates import OF_COUNCILS  # noqa: PLC0415
        from awards.decisions.models.fates import OF_DECISIONS  # noqa: PLC0415
        from awards.nominations.actions.staying import DECIDED_HONOURS  # noqa: PLC0415
        from awards.nominations.models.fates import OF_NOMINATIONS  # noqa: PLC0415
        from awards.publication.actions.proof import printed_by  # noqa: PLC0415
        from awards.publication.models.fates import OF_PUBLICATIONS  # noqa: PLC0415
        from awards.records.models.fates import OF_RECORDS  # noqa: PLC0415
        from awards.register.models import shares  # noqa: PLC0415
        from awards.register.models.fates import OF_AWARDS, UNTOLD  # noqa: PLC0415
        from awards.review.models.fates import OF_REVIEWS  # noqa: PLC0415
        from awards.submissions.models.fates import OF_SUBMISSIONS  # noqa: PLC0415
        from awards.year_lists.models.fates import OF_YEAR_LISTS  # noqa: PLC0415
        from clusters.campaigns.models.shares import campaigns_reported  # noqa: PLC0415
        from clusters.figures.models.punctuality import punctuality  # noqa: PLC0415
        from clusters.regulation.rules.terms import RegisterFigure  # noqa: PLC0415
        from clusters.tasks.models import tasks_done  # noqa: PLC0415
        from emulation.core import built_upon, fates, score_figures, signed_reports  # noqa: PLC0415
        from reports.publication.render import proof_as_pdf  # noqa: PLC0415
        from reports.runs.models.counted import signed_reports_counting  # noqa: PLC0415
        from reports.runs.models.fates import OF_REPORTS  # noqa: PLC0415
        from reports.runs.models.signed_halves import signed_halves  # noqa: PLC0415

        printed_by(proof_as_pdf)
        built_upon.register(signed_reports_counting)
        built_upon.register_outliving(DECIDED_HONOURS)
        rooms_of_awards = (
            OF_AWARDS
            | OF_RECORDS
            | OF_YEAR_LISTS
            | OF_CONFLICTS
            | OF_NOMINATIONS
            | OF_SUBMISSIONS
            | OF_REVIEWS
            | OF_COUNCILS
            | OF_DECISIONS
            | OF_CERTIFICATES
            | OF_PUBLICATIONS
        )
        fates.register(rooms_of_awards | OF_REPORTS, untold=UNTOLD)
        signed_reports.register(signed_halves)
        score_figures.register(RegisterFigure.DIRECT_WORKERS, shares.direct_workers)
        score_figures.register(RegisterFigure.UNSCHEDULED, shares.unscheduled)
        score_figures.register(RegisterFigure.PUNCTUALITY, punctuality)
        score_figures.register(RegisterFigure.CAMPAIGNS, campaigns_reported)
        score_figures.register(RegisterFigure.TASKS, tasks_done)
