"""All of 01/07/2025 on the reference and the demonstration: 23 mergers, 52 bodies end, 34 provinces and cities remain."""

from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from awards.models import Honour
from clusters.models import Mandate, Membership, MergedOrganisation, Merger, Organisation
from clusters.people.models.scope import actor_of
from emulation.core.actor import Role
from emulation.core.models import AuditEntry, User
from emulation.core.numbers import format_integer

DEMONSTRATED = date(2023, 7, 10)
DAY, BEFORE, AFTER = date(2025, 7, 1), date(2025, 6, 30), date(2025, 7, 2)


def merge_all_recorded():
    out = StringIO()
    call_command("merge_organisations", recorded=True, day=DAY, actor="quantri", stdout=out)
    return out.getvalue()


def test_the_whole_merger_of_2025_on_the_demonstration(shown_database, settings):
    settings.DEMONSTRATION_DAY = DEMONSTRATED
    honours = Counter(Honour.objects.values_list("organisation", flat=True))
    applied = merge_all_recorded()
    honours_stay_and_are_reached_from_the_new_unit(honours, applied)
    provinces_and_memberships_are_those_of_2025(applied)
    can_tho_s_officer_is_at_the_new_can_tho_and_reaches_the_old()
    who_was_not_merged_keeps_everything()
    a_second_run_is_refused_and_changes_nothing()


def honours_stay_and_are_reached_from_the_new_unit(honours, applied):
    assert Counter(Honour.objects.values_list("organisation", flat=True)) == honours
    old = Organisation.objects.coded("92", BEFORE).get()
    own = actor_of(User.objects.get(username="cantho"), on=AFTER).own
    assert sum(honours[pk] for pk in own) == honours[old.pk] > 0
    assert f"lượt khen thưởng (đơn vị): {format_integer(honours[old.pk])}" in applied


def provinces_and_memberships_are_those_of_2025(applied):
    assert Merger.objects.filter(day=DAY).count() == 23
    assert MergedOrganisation.objects.count() == 52
    assert Organisation.objects.provinces().on(BEFORE).count() == 63
    assert Organisation.objects.provinces().on(DAY).count() == 34
    assert not Organisation.objects.on(DAY).filter(merged_by__isnull=False).exists()
    assert not Membership.objects.on(DAY).filter(organisation__merged_by__isnull=False).exists()
    assert "Cần Thơ (đến năm 2025)" in applied
    entries = AuditEntry.objects.filter(verb="clusters.merge_organisations")
    assert entries.count() == 23
    told = entries.get(organisation_id=Organisation.objects.coded("92", DAY).get().pk)
    assert told.after["predecessors"] == [
        "Cần Thơ (đến năm 2025)",
        "Hậu Giang (đến năm 2025)",
        "Sóc Trăng (đến năm 2025)",
    ]
    assert "Chuyên viên trình diễn Cần Thơ" in str(told.after["mandates_passed_on"])


def can_tho_s_officer_is_at_the_new_can_tho_and_reaches_the_old():
    user = User.objects.get(username="cantho")
    old, new = (Organisation.objects.coded("92", day).get() for day in (BEFORE, DAY))
    assert old != new
    assert list(Mandate.objects.on(AFTER).filter(user=user).values_list("organisation", "role")) == [
        (new.pk, Role.OFFICER)
    ]
    before, after = (actor_of(user, on=day) for day in (BEFORE, AFTER))
    assert before.own == {old.pk}
    assert {old.pk, new.pk} < after.own
    assert after.entered == after.own
    assert before.joined <= after.joined


def who_was_not_merged_keeps_everything():
    user = User.objects.get(username="hanoi")
    assert actor_of(user, on=BEFORE) == actor_of(user, on=AFTER)


def a_second_run_is_refused_and_changes_nothing():
    mandates = Mandate.objects.count()
    with pytest.raises(CommandError, match="Không có lần sáp nhập nào") as refused:
        merge_all_recorded()
    assert refused.value.returncode == 1
    assert (Merger.objects.count(), Mandate.objects.count()) == (23, mandates)
    codes = {"predecessor": ["92", "93", "94"], "successor": "92", "basis": "Nghị quyết thử"}
    with pytest.raises(CommandError, match="không thực hiện hai lần"):
        call_command("merge_organisations", day=DAY, actor="quantri", stdout=StringIO(), **codes)
