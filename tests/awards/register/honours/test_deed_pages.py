"""The pages of correction, revocation and restoration: two people at one line, and what is refused in words."""

import pytest

from awards.lists.rules.terms import BatchState
from awards.models import Honour, HonourCorrection
from awards.register.rules.terms import HonourStatus
from emulation.core.actor import Role
from tests.awards.register.honours.typing import logged_in, text, url
from tests.awards.register.make import make_batch, make_honour
from tests.clusters.organisations.make import make_organisation
from tests.clusters.people.make import make_user

pytestmark = pytest.mark.django_db


class TestCorrecting:
    def fields(self, client, honour, **changed):
        form = client.get(url(honour, "correct")).context["form"]
        sent = {name: form[name].value() for name in form.fields}
        sent = {name: value for name, value in sent.items() if value not in (None, False)}
        return {**sent, "why": "ghi nhầm", **changed}

    def test_the_form_says_what_the_line_says_but_never_the_identity_number(self, client, office, officer):
        honour = make_honour(office, identity_digest="ab" * 32, identity_tail="6789", birth_year=1975)
        answer = client.get(url(honour, "correct"))
        assert "6789" in text(answer)
        assert "ab" * 32 not in text(answer)
        assert answer.context["form"]["birth"].value() == "1975"
        assert not answer.context["form"]["identity"].value()

    def test_the_correction_is_saved_and_told_on_the_page(self, client, honour, officer):
        answer = client.post(url(honour, "correct"), self.fields(client, honour, name="Nguyễn Thị Mậu"))
        assert answer.url == honour.get_absolute_url()
        page = text(client.get(answer.url))
        for words in ("<del>Nguyễn Thị Mẫu</del>", "<ins>Nguyễn Thị Mậu</ins>", "ghi nhầm", officer.full_name):
            assert words in page

    def test_without_a_reason_the_form_comes_back(self, client, honour, officer):
        answer = client.post(url(honour, "correct"), self.fields(client, honour, name="Khác", why=" "))
        assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"why"})
        assert 'value="Khác"' in text(answer)

    def test_two_people_choose_field_by_field(self, client, office, honour, officer):
        mine = self.fields(client, honour, name="Nguyễn Thị Mầu", position="Hiệu trưởng")
        client.post(url(honour, "correct"), self.fields(client, honour, name="Nguyễn Thị Mậu", unit="Trường B"))
        answer = client.post(url(honour, "correct"), mine)
        assert answer.status_code == 409
        told = {field["name"]: field for field in answer.context["fields"]}
        assert {name: field["chosen"] for name, field in told.items()} == {
            "chon-name": "",
            "chon-unit": "theirs",
            "chon-position": "mine",
        }
        assert (told["chon-name"]["theirs"], told["chon-name"]["mine"]) == ("Nguyễn Thị Mậu", "Nguyễn Thị Mầu")
        assert Honour.objects.get().name == "Nguyễn Thị Mậu"
        kept = dict(answer.context["kept"]) | {"version": answer.context["version"]}
        chosen = {"chon-name": "mine", "chon-unit": "theirs", "chon-position": "mine"}
        assert client.post(url(honour, "correct"), kept | chosen).status_code == 302
        honour.refresh_from_db()
        assert (honour.name, honour.unit, honour.position, honour.version) == (
            "Nguyễn Thị Mầu",
            "Trường B",
            "Hiệu trưởng",
            3,
        )

    def test_a_third_correction_meanwhile_is_asked_about_again(self, client, honour, officer):
        mine = self.fields(client, honour, name="Nguyễn Thị Mầu")
        client.post(url(honour, "correct"), self.fields(client, honour, name="Nguyễn Thị Mậu"))
        asked = client.post(url(honour, "correct"), mine).context
        client.post(url(honour, "correct"), self.fields(client, honour, name="Nguyễn Thị Mấu"))
        kept = dict(asked["kept"]) | {"version": asked["version"], "chon-name": "mine"}
        assert client.post(url(honour, "correct"), kept).status_code == 409
        assert Honour.objects.get().name == "Nguyễn Thị Mấu"

    def test_both_corrected_the_same_way(self, client, honour, officer):
        sent = self.fields(client, honour, name="Nguyễn Thị Mậu")
        client.post(url(honour, "correct"), sent)
        answer = client.post(url(honour, "correct"), sent)
        assert (answer.status_code, answer.context["fields"]) == (409, [])
        assert HonourCorrection.objects.count() == 1

    @pytest.mark.parametrize("version", ["", "x", "-1", "99"])
    def test_a_forged_version_saves_nothing(self, client, honour, officer, version):
        answer = client.post(url(honour, "correct"), self.fields(client, honour, name="Khác", version=version))
        assert answer.status_code in (409, 422)
        assert not HonourCorrection.objects.exists()

    def test_what_is_not_in_force_cannot_be_corrected(self, client, office, officer):
        honour = make_honour(office, status=HonourStatus.REVOKED)
        assert client.get(url(honour, "correct")).url == honour.get_absolute_url()


class TestRevoking:
    SENT = {"basis": "QĐ 45/QĐ-UBND", "day": "01/06/2023", "why": "khai man", "version": "1"}

    def test_the_page_of_a_revoked_honour_says_so_and_others_no_longer_find_it(self, client, office, honour):
        logged_in(client, office, Role.APPROVER)
        assert client.post(url(honour, "revoke"), self.SENT).url == honour.get_absolute_url()
        page = text(client.get(honour.get_absolute_url()))
        assert "QĐ 45/QĐ-UBND" in page
        assert url(honour, "restore") in page
        assert url(honour, "revoke") not in page
        logged_in(client, make_organisation())
        assert client.get(honour.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize(
        ("wrong", "field"),
        [({"day": "31/02/2023"}, "day"), ({"day": "2023"}, "day"), ({"basis": ""}, "basis"), ({"why": ""}, "why")],
    )
    def test_what_is_wrong_is_said_at_its_field(self, client, office, honour, wrong, field):
        logged_in(client, office, Role.APPROVER)
        answer = client.post(url(honour, "revoke"), self.SENT | wrong)
        assert (answer.status_code, set(answer.context["form"].errors)) == (422, {field})

    def test_a_line_corrected_meanwhile_comes_back_as_it_is_now(self, client, office, honour):
        logged_in(client, office, Role.APPROVER)
        Honour.objects.update(version=2, unit="Trường B")
        answer = client.post(url(honour, "revoke"), self.SENT)
        assert answer.status_code == 409
        assert "Trường B" in text(answer)
        assert "QĐ 45/QĐ-UBND" in text(answer)
        sent = self.SENT | {"version": answer.context["form"]["version"].value()}
        assert client.post(url(honour, "revoke"), sent).status_code == 302

    def test_twice_is_a_sentence(self, client, office, honour):
        logged_in(client, office, Role.APPROVER)
        client.post(url(honour, "revoke"), self.SENT)
        answer = client.post(url(honour, "revoke"), self.SENT | {"version": "2"})
        assert answer.status_code == 422
        assert answer.context["form"].non_field_errors()
        assert client.get(url(honour, "revoke")).status_code == 302

    def test_of_an_undone_list_is_not_restored(self, client, office):
        logged_in(client, office, Role.APPROVER)
        batch = make_batch(office, make_user(), state=BatchState.UNDONE)
        honour = make_honour(office, batch=batch, batch_row=3, status=HonourStatus.REVOKED)
        page = text(client.get(honour.get_absolute_url()))
        assert url(honour, "restore") not in page
        assert "Danh sách có khen thưởng này đã được thu hồi" in page
        answer = client.post(url(honour, "restore"), {"why": "nhầm", "version": "1"})
        assert answer.status_code == 422
        assert Honour.objects.get().status == HonourStatus.REVOKED
