from django.urls import path

from awards.nominations.views import comments, dossier, many, nominations, papers, recusals, steps

ONE = "ho-so/<int:pk>/"

urlpatterns = [
    path("ho-so/", nominations.nominations, name="nominations"),
    path("ho-so/lap/", nominations.begin, name="nomination-begin"),
    path("ho-so/lap/danh-sach/", many.many, name="nomination-many"),
    path("ho-so/tu-ket-qua/<int:place>/", nominations.begin_from_result, name="nomination-from-result"),
    path(ONE, dossier.dossier, name="nomination"),
    path(f"{ONE}luu/", dossier.save, name="nomination-save"),
    path(f"{ONE}doi-tuong/", dossier.subject, name="nomination-subject"),
    path(f"{ONE}thanh-tich/them/", dossier.achievement, name="nomination-achievement"),
    path(f"{ONE}thanh-tich/giao-uoc/", dossier.from_pact, name="nomination-from-pact"),
    path(f"{ONE}thanh-tich/<int:achievement>/bo/", dossier.achievement_drop, name="nomination-achievement-drop"),
    path(f"{ONE}van-ban/them/", papers.file, name="nomination-papers"),
    path(f"{ONE}van-ban/xac-nhan/", papers.confirm, name="nomination-papers-confirm"),
    path(f"{ONE}van-ban/ban-giay/", papers.on_paper, name="nomination-on-paper"),
    path(f"{ONE}van-ban/<int:paper>/", papers.paper, name="nomination-paper"),
    path(f"{ONE}van-ban/<int:paper>/loai/", papers.kind, name="nomination-paper-kind"),
    path(f"{ONE}van-ban/<int:paper>/bo/", papers.withdraw, name="nomination-paper-withdraw"),
    path(f"{ONE}y-kien/<int:comment>/tra-loi/", comments.reply, name="nomination-answer"),
    path(f"{ONE}y-kien/<int:comment>/rut/", comments.take_back, name="nomination-comment-back"),
    path(f"{ONE}y-kien/<slug:place>/", comments.pin, name="nomination-comment"),
    path(f"{ONE}dieu-kien/<str:code>/bo-qua/", steps.override, name="nomination-override"),
    path(f"{ONE}quyet-dinh/", steps.decision, name="nomination-decision"),
    path(f"{ONE}khong-tham-gia/", recusals.leave, name="nomination-recuse"),
    path(f"{ONE}khong-tham-gia/<int:recusal>/bo/", recusals.lift, name="nomination-recusal-lift"),
    path(f"{ONE}trung-ten/<int:user>/", recusals.namesake, name="nomination-namesake"),
    path(f"{ONE}chuyen-vien/<slug:step>/", steps.officer_step, name="nomination-officer-step"),
    path(f"{ONE}lanh-dao/<slug:step>/", steps.approver_step, name="nomination-approver-step"),
    path(f"{ONE}don-vi/<slug:step>/", steps.withdraw, name="nomination-withdraw"),
    path(f"{ONE}tham-dinh/<slug:step>/", steps.review_step, name="nomination-review-step"),
    path(f"{ONE}xem-xet/<slug:step>/", steps.leader_step, name="nomination-leader-step"),
]
