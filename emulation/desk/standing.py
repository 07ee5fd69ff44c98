"""How a person may stand to some record, before any record is looked at: decides what the navigation offers."""

from emulation.core.access import Relation
from emulation.core.actor import Actor


def relations_of(actor: Actor) -> frozenset[Relation]:
    if not actor.has_scope:
        return frozenset()
    relations = {Relation.OTHER}
    if actor.own:
        relations.add(Relation.OWN)
    if actor.own and actor.is_officer:
        relations.add(Relation.OWN_OFFICER)
    if actor.own and actor.is_approver:
        relations.add(Relation.OWN_APPROVER)
    if actor.joined:
        relations.add(Relation.SAME_CLUSTER_YEAR)
    if actor.headed:
        relations.add(Relation.HEAD)
    if actor.headed_entered:
        relations.add(Relation.HEAD_OFFICER)
    if actor.headed and actor.is_approver:
        relations.add(Relation.HEAD_APPROVER)
    if actor.kept:
        relations.add(Relation.KEEPER)
    return actor.relations_by_role | relations
