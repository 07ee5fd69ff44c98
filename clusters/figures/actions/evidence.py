"""Papers beside a figure: attached while the sheet is with its officer, withdrawn but never deleted."""

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from clusters.attachments.actions import file_paper
from clusters.figures.actions.figures import locked_sheet, refuse_unless_all_asked, refuse_unless_writable
from clusters.figures.models.figure import Figure, FigureEvidence, FigureSheet
from clusters.indicators.models.indicator import Indicator
from clusters.membership.models.cluster import ClusterYear
from clusters.organisations.models.organisation import Organisation
from emulation.core import clock
from emulation.core.actions.audit import record
from emulation.core.actor import Actor
from emulation.core.errors import Refusal

MOST_PAPERS = 10


@transaction.atomic
def attach_evidence(
    cluster_year: ClusterYear,
    half: int,
    organisation: Organisation,
    *,
    indicator: Indicator,
    upload: UploadedFile,
    actor: Actor,
) -> FigureEvidence:
    """The same paper twice is one."""
    if not actor.may("write", FigureSheet(cluster_year=cluster_year, organisation=organisation)):
        raise Refusal(_("Only an officer of this organisation files its evidence."))
    sheet = locked_sheet(cluster_year, half, organisation)
    refuse_unless_writable(sheet)
    refuse_unless_all_asked(sheet, {indicator.pk})
    figure, _made = Figure.objects.get_or_create(sheet=sheet, indicator=indicator)
    shown = FigureEvidence.objects.filter(figure=figure, withdrawn_at__isnull=True)
    if shown.count() >= MOST_PAPERS:
        raise Refusal(
            _("%(most)s papers stand beside this figure already. Withdraw one, or put several into one file.")
            % {"most": MOST_PAPERS},
            field="file",
        )
    paper = file_paper(upload, organisation=organisation, actor=actor)
    kept = shown.filter(paper=paper).first()
    if kept is not None:
        return kept
    evidence = FigureEvidence.objects.create(figure=figure, paper=paper)
    record(
        actor,
        "clusters.attach_figure_evidence",
        figure,
        after={"indicator": indicator.name, "file": paper.name, "checksum": paper.checksum},
        organisation_id=organisation.pk,
    )
    return evidence


@transaction.atomic
def withdraw_evidence(evidence: FigureEvidence, *, actor: Actor) -> FigureEvidence:
    """It is no longer shown; the paper and that it was there stay."""
    sheet = evidence.figure.sheet
    if sheet.organisation_id is None or not actor.may("write", sheet, subject="figures_draft"):
        raise Refusal(_("Only an officer of this organisation files its evidence."))
    sheet = locked_sheet(sheet.cluster_year, sheet.half, sheet.organisation)
    refuse_unless_writable(sheet)
    evidence = FigureEvidence.objects.select_for_update(of=("self",)).select_related("paper").get(pk=evidence.pk)
    if evidence.withdrawn_at is None:
        evidence.withdrawn_at = clock.now()
        evidence.save(update_fields=["withdrawn_at"])
        record(
            actor,
            "clusters.withdraw_figure_evidence",
            evidence.figure,
            before={"file": evidence.paper.name},
            organisation_id=sheet.organisation_id,
        )
    return evidence
