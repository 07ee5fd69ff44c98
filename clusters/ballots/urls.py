from django.urls import path

from clusters.ballots.views import ballots, into_result, tellers, votes

CONFERENCE = "cum-nam/<int:year_pk>/hoi-nghi/<int:pk>/"
BALLOT = f"{CONFERENCE}bo-phieu/<int:ballot>/"
RESULT = "cum-nam/<int:year_pk>/ket-qua/<int:number>/"

urlpatterns = [
    path(f"{CONFERENCE}bo-phieu/them/", ballots.prepare_sealed, name="ballot-prepare"),
    path(f"{CONFERENCE}bo-phieu/them-phieu-giay/", ballots.prepare_on_paper, name="ballot-prepare-paper"),
    path(BALLOT, ballots.ballot, name="ballot"),
    path(f"{BALLOT}mo/", ballots.open_it, name="ballot-open"),
    path(f"{BALLOT}huy/", ballots.annul_it, name="ballot-annul"),
    path(f"{BALLOT}nhap-ket-qua/", ballots.paper_count, name="ballot-paper-count"),
    path(f"{BALLOT}kiem-phieu-vien/<int:position>/", ballots.teller, name="ballot-teller"),
    path(f"{BALLOT}mat-khau/", tellers.passphrase, name="ballot-passphrase"),
    path(f"{BALLOT}ban-giao/", tellers.leaving, name="ballot-hand-over"),
    path(f"{BALLOT}kiem-phieu/", tellers.counting, name="ballot-count"),
    path(f"{BALLOT}phieu/<int:member>/", votes.vote, name="ballot-vote"),
    path(f"{RESULT}phieu/<int:conference>/", into_result.take_votes, name="year-result-take-votes"),
]
