"""A pact from its draft to the last signature: each step, by whom, and what stands in its way."""

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from clusters.indicators.rules.terms import TargetKind, ValueKind
from clusters.models import Membership, Pact, PactSignature, PactTarget
from clusters.pacts.actions.contents import WrongTargets, change_head, choose_campaigns, keep_commitment, set_targets
from clusters.pacts.actions.pacts import (
    answer_pact,
    ask_members,
    begin_addendum,
    begin_pact,
    close_unsigned,
    open_signing,
    reopen_pact,
    take_back,
)
from clusters.pacts.models.contents import signers_of
from clusters.pacts.rules.flow import FLOW
from clusters.pacts.rules.terms import PactState
from emulation.core.errors import Refusal
from emulation.core.models import AuditEntry
from emulation.core.period import Period
from tests.clusters.attachments.make import upload
from tests.clusters.figures.make import make_city, make_indicator, make_two_cities
from tests.clusters.pacts.make import COMMITMENT, agreed, aim, in_force, in_signing, make_pact, set_target, signed_by
from tests.periods import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(settings):
    settings.DEMONSTRATION_DAY = DAY
    return make_two_cities()


@pytest.fixture
def percent():
    return make_indicator(value_kind=ValueKind.PERCENT, unit="%", derivation="common_bound")


def test_a_year_has_one_pact_drafted_by_the_heads_officer(cities):
    year, head, member = cities
    for actor in (member.officer, head.approver):
        with pytest.raises(Refusal, match="Chỉ chuyên viên của cụm trưởng"):
            begin_pact(year, actor=actor)
    begin_pact(year, actor=head.officer)
    with pytest.raises(Refusal, match="đã có"):
        begin_pact(year, actor=head.officer)


def test_an_empty_pact_is_sent_to_nobody(cities):
    year, head, _member = cities
    with pytest.raises(Refusal, match="Chưa có gì để ký"):
        ask_members(begin_pact(year, actor=head.officer), actor=head.officer)


def test_not_agreeing_wants_a_remark_and_stands_in_the_way_by_name(cities):
    year, head, member = cities
    pact = ask_members(make_pact(year, head), actor=head.officer)
    with pytest.raises(Refusal, match="nội dung cần sửa"):
        answer_pact(pact, organisation=member.organisation, agreed=False, actor=member.officer)
    answer_pact(pact, organisation=member.organisation, agreed=False, remark="Sửa câu 1", actor=member.officer)
    answer_pact(pact, organisation=head.organisation, agreed=True, actor=head.approver)
    with pytest.raises(Refusal, match=f"chưa đồng ý.*{member.organisation.name}"):
        open_signing(pact, actor=head.approver)
    with pytest.raises(Refusal, match="đã trả lời"):
        answer_pact(pact, organisation=member.organisation, agreed=True, actor=member.approver)
    pact = take_back(pact, why="Theo ý kiến thành viên", actor=head.officer)
    pact = agreed(pact, head, [head, member])
    assert (pact.round, open_signing(pact, actor=head.approver).state) == (2, PactState.SIGNING)


def test_nobody_answers_for_another(cities):
    year, head, member = cities
    pact = ask_members(make_pact(year, head), actor=head.officer)
    with pytest.raises(Refusal, match="người của đơn vị"):
        answer_pact(pact, organisation=member.organisation, agreed=True, actor=head.officer)


def test_a_signature_out_of_turn_names_who_signs_first(cities):
    year, head, member = cities
    pact = in_signing(make_pact(year, head), head, [head, member])
    with pytest.raises(Refusal, match=f"{head.organisation.name}, cụm trưởng, ký trước"):
        signed_by(pact, member)
    signed_by(pact, head)
    assert signed_by(pact, member).checksum == pact.checksum


def test_the_last_signature_puts_it_in_force_and_the_database_keeps_it(cities, percent):
    year, head, member = cities
    pact = make_pact(year, head)
    set_target(pact, head, percent, {head: "8%", member: "7%"})
    pact = in_force(pact, head, [head, member])
    assert (pact.state, pact.frozen_at is None, len(pact.checksum)) == (PactState.IN_FORCE, False, 64)
    assert [step.name for step in pact.steps.all()] == ["complete", "open_signing", "ask_members"]
    assert AuditEntry.objects.filter(verb="clusters.sign_pact").count() == 2
    for statement in (
        "UPDATE clusters_pact SET preamble = 'khác'",
        "UPDATE clusters_pactcommitment SET text = 'khác'",
        "DELETE FROM clusters_pacttarget",
        "UPDATE clusters_pactsignature SET signer_name = 'khác'",
        "DELETE FROM clusters_pactanswer",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_each_member_signs_once_by_its_own_approver_with_an_office(cities):
    year, head, member = cities
    pact = in_signing(make_pact(year, head), head, [head, member])
    signed_by(pact, head)
    with pytest.raises(Refusal, match="đã ký"):
        signed_by(pact, head)
    from clusters.pacts.actions.signing import sign_pact  # noqa: PLC0415  (beside the one deed it speaks of)

    with pytest.raises(Refusal, match="lãnh đạo ký duyệt của chính đơn vị"):
        sign_pact(pact, organisation=member.organisation, office="Chủ tịch", actor=member.officer)
    with pytest.raises(Refusal, match="chức danh nào"):
        sign_pact(pact, organisation=member.organisation, office=" ", actor=member.approver)


def test_a_scan_is_judged_by_its_content(cities):
    year, head, member = cities
    pact = in_signing(make_pact(year, head), head, [head, member])
    with pytest.raises(Refusal, match="không phải PDF") as refused:
        signed_by(pact, head, scan=upload(b"MZ\x90\x00", "giao-uoc.pdf"))
    assert refused.value.field == "scan"
    assert not PactSignature.objects.exists()
    assert signed_by(pact, head, scan=upload()).scan.name == "minh-chung.pdf"


def test_closed_by_the_head_with_the_unsigned_named(cities):
    year, head, member = cities
    third = make_city(cluster_year=year)
    pact = in_signing(make_pact(year, head), head, [head, member, third])
    signed_by(pact, head)
    with pytest.raises(Refusal, match="ít nhất một thành viên nữa"):
        close_unsigned(pact, why="Đã hết hạn ký", actor=head.approver)
    signed_by(pact, member)
    with pytest.raises(Refusal, match="lý do"):
        close_unsigned(pact, why=" ", actor=head.approver)
    pact = close_unsigned(pact, why="Đã hết hạn ký", actor=head.approver)
    assert (pact.state, pact.unsigned_why) == (PactState.IN_FORCE, "Đã hết hạn ký")
    entry = AuditEntry.objects.get(verb="clusters.close_unsigned_pact")
    assert entry.after["unsigned"] == [third.organisation.name]
    with pytest.raises(Refusal, match="trạng thái"):
        signed_by(pact, third)


def test_a_broken_off_signing_begins_anew_and_old_signatures_no_longer_count(cities):
    year, head, member = cities
    pact = in_signing(make_pact(year, head), head, [head, member])
    signed_by(pact, head)
    pact = reopen_pact(pact, why="Sai căn cứ", actor=head.approver)
    assert (pact.state, pact.checksum) == (PactState.DRAFT, "")
    pact = in_signing(pact, head, [head, member])
    with pytest.raises(Refusal, match="ký trước"):
        signed_by(pact, member)
    assert PactSignature.objects.count() == 1


def test_who_left_before_the_day_of_signing_neither_answers_nor_signs(cities):
    year, head, member = cities
    Membership.objects.filter(organisation=member.organisation).update(during=Period(None, date(2023, 3, 1)))
    third = make_city(cluster_year=year)
    pact = make_pact(year, head)
    change_head(pact, legal_bases="", preamble="", place="", dated=date(2023, 3, 30), actor=head.officer)
    pact = in_signing(pact, head, [head, third])
    signed_by(pact, head)
    with pytest.raises(Refusal, match="không phải là thành viên|không là thành viên"):
        signed_by(pact, member)
    signed_by(pact, third)
    pact.refresh_from_db()
    assert pact.state == PactState.IN_FORCE


def test_who_joins_or_leaves_after_signing_was_opened_changes_nothing_of_it(cities):
    year, head, member = cities
    pact = in_force(make_pact(year, head), head, [head, member])
    late = make_city(cluster_year=year)
    Membership.objects.filter(organisation=late.organisation).update(during=Period(date(2023, 8, 1)))
    Membership.objects.filter(organisation=member.organisation).update(during=Period(None, date(2023, 9, 1)))
    assert signers_of(pact, date(2023, 12, 1)) == [head.organisation, member.organisation]
    assert late.organisation not in signers_of(pact, date(2023, 12, 1))


def test_an_addendum_keeps_only_what_it_changes_and_empties_nothing(cities, percent):
    year, head, member = cities
    pact = make_pact(year, head)
    set_target(pact, head, percent, {head: "8%", member: "7%"})
    in_force(pact, head, [head, member])
    addendum = begin_addendum(year, why="Điều chỉnh", actor=head.officer)
    set_target(addendum, head, percent, {head: "8%", member: "6%"})
    assert [(one.organisation_id, one.text) for one in addendum.targets.all()] == [(member.organisation.pk, "6%")]
    with pytest.raises(WrongTargets) as refused:
        set_target(addendum, head, percent, {head: "", member: "6%"})
    assert "“8%” đang áp dụng" in refused.value.at[head.organisation.pk]


def test_a_share_of_a_whole_is_told_in_per_cent(cities):
    year, head, member = cities
    communes = make_indicator(value_kind=ValueKind.RATIO, unit="xã", derivation="ratio")
    with pytest.raises(WrongTargets) as refused:
        set_target(make_pact(year, head), head, communes, {head: "95 xã", member: "95%"})
    assert "“%”" in refused.value.at[head.organisation.pk]


def test_contents_change_only_while_drafted(cities, percent):
    year, head, member = cities
    pact = agreed(make_pact(year, head), head, [head, member])
    for deed in (
        lambda: keep_commitment(pact, actor=head.officer, **COMMITMENT),
        lambda: choose_campaigns(pact, [], actor=head.officer),
        lambda: set_targets(pact, percent, {}, actor=head.officer),
    ):
        with pytest.raises(Refusal, match="không còn ở bước soạn"):
            deed()


def test_a_target_upside_down_is_refused_at_its_cell_and_nothing_is_kept(cities, percent):
    year, head, member = cities
    pact = make_pact(year, head)
    with pytest.raises(WrongTargets) as refused:
        set_target(pact, head, percent, {head: "8%", member: aim("10% - 9,5%", TargetKind.RANGE)})
    assert set(refused.value.at) == {member.organisation.pk}
    assert "ngược" in refused.value.at[member.organisation.pk]
    assert not PactTarget.objects.exists()


def test_a_target_is_printed_with_a_decimal_comma(cities, percent):
    year, head, _member = cities
    set_target(make_pact(year, head), head, percent, {head: "12.64%"})
    assert PactTarget.objects.get().text == "12,64%"


def test_an_addendum_needs_a_pact_in_force_a_reason_and_takes_its_place(cities, percent):
    year, head, member = cities
    pact = make_pact(year, head)
    with pytest.raises(Refusal, match="Giao ước chưa được ký"):
        begin_addendum(year, why="Điều chỉnh chỉ tiêu", actor=head.officer)
    set_target(pact, head, percent, {head: "8%", member: "7%"})
    in_force(pact, head, [head, member])
    with pytest.raises(Refusal, match="lý do"):
        begin_addendum(year, why="", actor=head.officer)
    addendum = begin_addendum(year, why="Điều chỉnh chỉ tiêu", actor=head.officer)
    assert (addendum.number, addendum.state) == (1, PactState.DRAFT)
    with pytest.raises(Refusal, match="phụ lục khác"):
        begin_addendum(year, why="Nữa", actor=head.officer)
    set_target(addendum, head, percent, {member: "6%"})
    texts = {one.organisation_id: one.text for one in PactTarget.objects.standing(year)}
    assert texts == {head.organisation.pk: "8%", member.organisation.pk: "7%"}
    in_force(addendum, head, [head, member])
    texts = {one.organisation_id: one.text for one in PactTarget.objects.standing(year)}
    assert texts == {head.organisation.pk: "8%", member.organisation.pk: "6%"}


DEEDS = {
    "ask_members": lambda pact, head: ask_members(pact, actor=head.officer),
    "take_back": lambda pact, head: take_back(pact, why="Lý do", actor=head.officer),
    "open_signing": lambda pact, head: open_signing(pact, actor=head.approver),
    "reopen": lambda pact, head: reopen_pact(pact, why="Lý do", actor=head.approver),
    "close_unsigned": lambda pact, head: close_unsigned(pact, why="Lý do", actor=head.approver),
}


@pytest.mark.parametrize("name", DEEDS)
@pytest.mark.parametrize("state", list(PactState))
def test_no_step_is_taken_from_a_wrong_state_or_by_a_stranger(cities, name, state):
    year, head, member = cities
    pact = make_pact(year, head)
    if state in (PactState.CONSULTED, PactState.SIGNING):
        pact = agreed(pact, head, [head, member])
    if state is PactState.SIGNING:
        pact = open_signing(pact, actor=head.approver)
    if state is PactState.IN_FORCE:
        pact = in_force(pact, head, [head, member])
    with pytest.raises(Refusal, match="không thuộc nhiệm vụ của bạn"):
        DEEDS[name](pact, member)
    if not FLOW.leads_from(state, name):
        with pytest.raises(Refusal, match="trạng thái"):
            DEEDS[name](pact, head)


def test_a_closed_year_takes_no_signature(cities):
    year, head, member = cities
    pact = in_signing(make_pact(year, head), head, [head, member])
    year.closed_on = date(2024, 3, 1)
    year.save()
    with pytest.raises(Refusal, match="01/3/2024|01/03/2024"):
        signed_by(pact, head)
    assert Pact.objects.get().state == PactState.SIGNING
