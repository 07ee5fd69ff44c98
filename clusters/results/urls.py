from django.urls import path

from clusters.results.views import deeds, ranking, results

RESULT = "cum-nam/<int:year_pk>/ket-qua/<int:number>/"

urlpatterns = [
    path("cum/<str:code>/xep-hang/", ranking.ranking, name="cluster-ranking"),
    path("cum-nam/<int:year_pk>/ket-qua/", results.results, name="year-results"),
    path("cum-nam/<int:year_pk>/ket-qua/lap/", deeds.draw_up, name="year-result-draw-up"),
    path(RESULT, results.result, name="year-result"),
    path(f"{RESULT}phieu/", deeds.votes, name="year-result-votes"),
    path(f"{RESULT}de-nghi/", deeds.proposal_add, name="year-result-propose"),
    path(f"{RESULT}de-nghi/<int:pk>/bo/", deeds.proposal_drop, name="year-result-proposal-drop"),
    path(f"{RESULT}diem/<int:member>/", deeds.place, name="year-result-place"),
    path(f"{RESULT}thay-doi/", deeds.later_act, name="year-result-later-act"),
    path(f"{RESULT}rut/", deeds.withdraw, name="year-result-withdraw"),
    path(f"{RESULT}chot/", deeds.freeze, name="year-result-freeze"),
    path(f"{RESULT}nhan-chuc-vu/", deeds.install, name="year-result-install"),
]
