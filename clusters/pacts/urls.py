from django.urls import path

from clusters.pacts.views import drafting, pacts, signing

PACT = "cum-nam/<int:year_pk>/giao-uoc/<int:number>/"

urlpatterns = [
    path("cum-nam/<int:year_pk>/giao-uoc/", pacts.pacts, name="pacts"),
    path("cum-nam/<int:year_pk>/giao-uoc/lap/", pacts.begin, name="pact-begin"),
    path("cum-nam/<int:year_pk>/giao-uoc/phu-luc/", pacts.addendum, name="pact-addendum"),
    path(PACT, pacts.pact, name="pact"),
    path(f"{PACT}lay-y-kien/", pacts.ask, name="pact-ask"),
    path(f"{PACT}rut-ve/", pacts.back_to_draft, name="pact-take-back"),
    path(f"{PACT}mo-ky/", pacts.open_for_signing, name="pact-open"),
    path(f"{PACT}dung-ky/", pacts.reopen, name="pact-reopen"),
    path(f"{PACT}chot/", pacts.close, name="pact-close"),
    path(f"{PACT}y-kien/<int:member>/", pacts.give_answer, name="pact-answer"),
    path(f"{PACT}ky/<int:member>/", signing.sign, name="pact-sign"),
    path(f"{PACT}mo-dau/", drafting.head, name="pact-head"),
    path(f"{PACT}cam-ket/them/", drafting.commitment, name="pact-commitment-add"),
    path(f"{PACT}cam-ket/<int:pk>/", drafting.commitment, name="pact-commitment"),
    path(f"{PACT}cam-ket/<int:pk>/bo/", drafting.drop_commitment, name="pact-commitment-drop"),
    path(f"{PACT}phong-trao/", drafting.campaigns, name="pact-campaigns"),
    path(f"{PACT}chi-tieu/", drafting.choose_indicator, name="pact-indicators"),
    path(f"{PACT}chi-tieu/tu-chi-thi/", drafting.take_from_directives, name="pact-from-directives"),
    path(f"{PACT}chi-tieu/<int:indicator>/", drafting.targets, name="pact-targets"),
]
