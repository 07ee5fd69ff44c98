"""Every relation to an organisation has a fate; one without refuses the merger by its name."""

import pytest

from clusters.mergers.models import OF_CLUSTERS, kept_by, key_of, relations, without_fate
from clusters.models import Merger
from emulation.core.errors import Refusal
from emulation.core.fates import FATES, UNTOLD, Fate
from tests.awards.register.make import make_honour

pytestmark = pytest.mark.django_db


def test_the_list_is_complete_and_holds_nothing_else():
    assert without_fate() == []
    assert OF_CLUSTERS.keys() | FATES.keys() == {key_of(field) for field in relations()}
    assert not OF_CLUSTERS.keys() & FATES.keys()
    assert FATES.keys() > UNTOLD


def test_only_three_relations_change_hands():
    changing = {key for key, fate in (OF_CLUSTERS | FATES).items() if fate is not Fate.STAYS}
    assert changing == {
        "clusters.Membership.organisation",
        "clusters.Post.organisation",
        "clusters.Mandate.organisation",
    }


def test_a_relation_without_a_fate_refuses_every_merger_by_its_name(merging, administrator, monkeypatch, caplog):
    monkeypatch.delitem(FATES, "awards.Honour.organisation")
    monkeypatch.delitem(OF_CLUSTERS, "clusters.PactSignature.organisation")
    with pytest.raises(Refusal) as refused:
        merging.apply(administrator)
    assert "“lượt khen thưởng (đơn vị)”" in str(refused.value)
    assert "chữ ký" in str(refused.value)
    assert "awards.Honour" not in str(refused.value), "names of the program are for the log"
    assert "awards.Honour.organisation" in caplog.text
    assert not Merger.objects.exists()


def test_what_stays_is_counted_in_words(merging):
    make_honour(organisation=merging.one)
    make_honour(organisation=merging.one)
    stays = kept_by([merging.one.pk, merging.two.pk])
    assert sum(kept.rows for kept in stays[merging.one.pk]) == 2
    assert stays[merging.two.pk] == []
