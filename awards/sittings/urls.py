from django.urls import path

from awards.sittings.views import agenda, dossier, sittings, votes

urlpatterns = [
    path("phien-hop/", sittings.sittings, name="sittings"),
    path("hoi-dong/<int:pk>/trieu-tap/", sittings.convene_one, name="sitting-convene"),
    path("hoi-dong/<int:pk>/lay-y-kien/", sittings.ask, name="sitting-ask"),
    path("phien-hop/<int:pk>/", sittings.sitting, name="sitting"),
    path("phien-hop/<int:pk>/luc-nay/", sittings.moment, name="sitting-moment"),
    path("phien-hop/<int:pk>/diem-danh/", sittings.attendance, name="sitting-attendance"),
    path("phien-hop/<int:pk>/chuong-trinh/", agenda.agenda, name="sitting-agenda"),
    path("phien-hop/<int:pk>/chieu/", agenda.show, name="sitting-show"),
    path("phien-hop/<int:pk>/khai-mac/", sittings.open_it, name="sitting-open"),
    path("phien-hop/<int:pk>/gia-han/", sittings.prolong, name="sitting-prolong"),
    path("phien-hop/<int:pk>/huy/", sittings.cancel, name="sitting-cancel"),
    path("phien-hop/<int:pk>/chot/", sittings.conclude, name="sitting-conclude"),
    path("phien-hop/<int:pk>/chuan-bi-phieu/", votes.prepare, name="sitting-prepare"),
    path("phien-hop/<int:pk>/mat-khau-kiem-phieu/", votes.passphrase, name="sitting-passphrase"),
    path("phien-hop/<int:pk>/mo-phieu/", votes.open_it, name="sitting-open-votes"),
    path("phien-hop/<int:pk>/huy-phieu/", votes.annul, name="sitting-annul"),
    path("phien-hop/<int:pk>/bo-phieu/", votes.vote, name="sitting-vote"),
    path("phien-hop/<int:pk>/phieu-van-ban/<int:seat>/", votes.written, name="sitting-written"),
    path("phien-hop/<int:pk>/kiem-phieu/", votes.count, name="sitting-count"),
    path("phien-hop/<int:pk>/ho-so/<int:item>/", dossier.dossier, name="sitting-dossier"),
    path("phien-hop/<int:pk>/ho-so/<int:item>/bo-ra/", agenda.take_off, name="sitting-take-off"),
    path("phien-hop/<int:pk>/ho-so/<int:item>/khong-tham-gia/", dossier.aside, name="sitting-aside"),
    path("phien-hop/<int:pk>/ho-so/<int:item>/van-ban/<int:paper>/", dossier.paper, name="sitting-paper"),
]
