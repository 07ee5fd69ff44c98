"""Units of a province, so that they can sit in its clusters and blocks; how bodies stand on their papers."""

from django.db import transaction
from django.utils.translation import gettext as _

from clusters.organisations.models.lineage import lineage
from clusters.organisations.models.organisation import PROVINCIAL_KINDS, Organisation, OrganisationKind
from clusters.organisations.rules.lineage import descendants
from emulation.core.actions.audit import record
from emulation.core.actions.marks import refuse_if_changed
from emulation.core.actions.refusals import dates, refusing_conflicts, require_administrator
from emulation.core.actor import Actor
from emulation.core.errors import Refusal
from emulation.core.period import Period, goes_on_within
from emulation.core.text import sort_key, squash
from emulation.core.words import term

ON_PAPER = ("paper_place", "paper_symbol", "chief_title", "superior_line")


@transaction.atomic
def add_unit(
    parent: Organisation, *, code: str, name: str, during: Period, legal_basis="", verified=True, actor: Actor
) -> Organisation:
    """`during` begins within the life of `parent`, a province or a city, and may go on in that of its successors."""
    require_administrator(actor, "organisation")
    parent = Organisation.objects.select_for_update().get(pk=parent.pk)
    if parent.kind not in PROVINCIAL_KINDS:
        raise Refusal(_("Only a province or a centrally run city has units here."))
    successors = Organisation.objects.filter(pk__in=descendants([parent.pk], lineage()))
    if not goes_on_within(during, life=parent.during, afterwards=[one.during for one in successors]):
        raise Refusal(
            _("%(unit)s exists %(term)s, not on all the days entered; choose days within its life.")
            % {"unit": parent, "term": term(parent.during)},
            field="first_day",
        )
    name = squash(name)
    same = Organisation.objects.overlapping(during).filter(parent=parent, sort_key=sort_key(name))
    if same.exists():
        raise Refusal(_("%(parent)s already has a unit of this name in that time.") % {"parent": parent}, field="name")
    with refusing_conflicts():
        unit = Organisation.objects.create(
            code=code,
            name=name,
            kind=OrganisationKind.UNIT,
            parent=parent,
            during=during,
            legal_basis=legal_basis,
            verified=verified,
            sort_key=sort_key(name),
        )
    record(
        actor,
        "clusters.add_unit",
        unit,
        after={"code": code, "name": name, "parent": str(parent), **dates(during)},
        organisation_id=parent.pk,
    )
    return unit


@transaction.atomic
def set_on_paper(organisation: Organisation, *, seen="", actor: Actor, **said: str) -> Organisation:
    """`said`: `ON_PAPER`, each empty where it follows from the name. Papers signed before keep what they printed.
    `seen`: the mark of what the form was filled from."""
    require_administrator(actor, "organisation")
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    refuse_if_changed(organisation, ON_PAPER, seen)
    values = {name: squash(said[name]) for name in ON_PAPER}
    changed = {name: words for name, words in values.items() if getattr(organisation, name) != words}
    if not changed:
        return organisation
    before = {name: getattr(organisation, name) for name in changed}
    for name, words in changed.items():
        setattr(organisation, name, words)
    organisation.save(update_fields=list(changed))
    record(
        actor,
        "clusters.set_on_paper",
        organisation,
        before=before,
        after=changed,
        organisation_id=organisation.pk,
    )
    return organisation
