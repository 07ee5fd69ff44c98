from django.urls import path

from clusters.scores.views import final, lines, own, scoring, table

SCORES = "cum-nam/<int:year_pk>/cham-diem/"

urlpatterns = [
    path(SCORES, scoring.scoring, name="scoring"),
    path(f"{SCORES}mo/", scoring.open_round, name="scoring-open"),
    path(f"{SCORES}buoc/<str:name>/", scoring.step, name="scoring-step"),
    path(f"{SCORES}khoa/", scoring.freeze, name="scoring-freeze"),
    path(f"{SCORES}tu-cham/<int:pk>/", own.self_page, name="scoring-self"),
    path(f"{SCORES}tu-cham/<int:pk>/luu/", own.self_save, name="scoring-self-save"),
    path(f"{SCORES}tu-cham/<int:pk>/nhan-diem-tinh/", own.self_take, name="scoring-self-take"),
    path(f"{SCORES}tu-cham/<int:pk>/xong/", own.self_finish, name="scoring-self-finish"),
    path(f"{SCORES}tu-cham/<int:pk>/minh-chung/<int:line>/", own.evidence_add, name="scoring-evidence"),
    path(
        f"{SCORES}tu-cham/<int:pk>/rut-minh-chung/<int:evidence>/",
        own.evidence_withdraw,
        name="scoring-evidence-withdraw",
    ),
    path(f"{SCORES}cham-cheo/<int:pk>/", lines.cross, name="scoring-cross"),
    path(f"{SCORES}cham-cheo/<int:pk>/xong/", lines.cross_finish, name="scoring-cross-finish"),
    path(f"{SCORES}cham-cheo/<int:pk>/<int:line>/", lines.cross, name="scoring-cross-line"),
    path(f"{SCORES}cham-cheo/<int:pk>/<int:line>/luu/", lines.cross_save, name="scoring-cross-save"),
    path(f"{SCORES}tham-dinh/", lines.appraisal, name="scoring-appraisal"),
    path(f"{SCORES}tham-dinh/<int:line>/", lines.appraisal, name="scoring-appraisal-line"),
    path(f"{SCORES}tham-dinh/<int:line>/luu/", lines.appraisal_save, name="scoring-appraisal-save"),
    path(f"{SCORES}bang-diem/", table.table, name="scoring-table"),
    path(f"{SCORES}bang-diem/nhan/", table.accept, name="scoring-accept"),
    path(f"{SCORES}bang-diem/loai-tru/them/", table.finding_add, name="scoring-finding"),
    path(f"{SCORES}bang-diem/loai-tru/<int:pk>/bo/", table.finding_drop, name="scoring-finding-drop"),
    path(f"{SCORES}bang-diem/<int:line>/", final.final_line, name="scoring-final-line"),
    path(f"{SCORES}bang-diem/<int:line>/<int:pk>/", final.final_set, name="scoring-final-set"),
]
