from django.urls import path

from awards.decisions.views import bonuses, decisions, issuing

urlpatterns = [
    path("quyet-dinh/", decisions.decisions, name="decisions"),
    path("quyet-dinh/lap/", decisions.begin, name="decision-begin"),
    path("quyet-dinh/<int:pk>/", decisions.decision, name="decision"),
    path("quyet-dinh/<int:pk>/sua/", decisions.change, name="decision-change"),
    path("quyet-dinh/<int:pk>/chon-ho-so/", decisions.take, name="decision-take"),
    path("quyet-dinh/<int:pk>/ho-so/<int:line>/bo-ra/", decisions.leave, name="decision-leave"),
    path("quyet-dinh/<int:pk>/ban-hanh/", issuing.issue, name="decision-issue"),
    path("quyet-dinh/<int:pk>/bo-du-thao/", decisions.drop, name="decision-drop"),
    path("quyet-dinh/<int:pk>/ban-da-ky/", decisions.scan, name="decision-scan"),
    path("quyet-dinh/<int:pk>/ban-da-ky/<int:scan>/", decisions.scan_file, name="decision-scan-file"),
    path("quyet-dinh/<int:pk>/quyet-dinh-sau/", decisions.later, name="decision-later"),
    path("quyet-dinh/<int:pk>/tien-thuong/", bonuses.bonuses_of_decision, name="decision-bonuses"),
    path("quyet-dinh/<int:pk>/tien-thuong/lam-tron/", bonuses.rounding, name="decision-bonus-rounding"),
    path("quyet-dinh/<int:pk>/tien-thuong/nguon/", bonuses.payer, name="decision-bonus-payer"),
]
