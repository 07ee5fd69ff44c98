from django.urls import path

from clusters.figures.views import (
    acceptance,
    block,
    clusters,
    dates,
    evidence,
    sheets,
    source,
    steps,
    unlock,
    without,
    workbook,
)

SHEET = "chi-tieu/<int:year_pk>/<int:half>/<str:whose>/"

urlpatterns = [
    path("chi-tieu/", clusters.figures, name="figures"),
    path("chi-tieu/<int:year_pk>/<int:half>/", clusters.cluster_figures, name="cluster-figures"),
    path("chi-tieu/<int:year_pk>/<int:half>/thoi-han/", dates.term, name="sheet-term"),
    path("chi-tieu/<int:year_pk>/<int:half>/gia-han/", dates.extend, name="sheet-extend"),
    path("chi-tieu/<int:year_pk>/<int:half>/tiep-nhan/", acceptance.accept_many, name="figures-accept-many"),
    path(SHEET, sheets.sheet, name="figure-sheet"),
    path(f"{SHEET}luu/", sheets.save, name="figures-save"),
    path(f"{SHEET}dan/", block.paste, name="figures-paste"),
    path(f"{SHEET}nguon-chung/", source.common_source, name="figures-source"),
    path(f"{SHEET}khong-co-so-lieu/", without.without_figures, name="figures-without"),
    path(f"{SHEET}minh-chung/<int:indicator>/", evidence.evidence, name="figure-evidence"),
    path(f"{SHEET}minh-chung/<int:indicator>/<int:pk>/rut/", evidence.withdraw, name="figure-evidence-withdraw"),
    path(f"{SHEET}trinh/", steps.submit, name="figures-submit"),
    path(f"{SHEET}thu-hoi/", steps.recall, name="figures-recall"),
    path(f"{SHEET}phe-duyet/", steps.approve, name="figures-approve"),
    path(f"{SHEET}tiep-nhan/", steps.accept, name="figures-accept"),
    path(f"{SHEET}tra-lai/", steps.return_to_officer, name="figures-return-to-officer"),
    path(f"{SHEET}bieu/", workbook.form, name="figures-form"),
    path(f"{SHEET}nhap-bieu/", workbook.upload, name="figures-upload"),
    path(f"{SHEET}nhap-bieu/ghi/", workbook.write, name="figures-apply"),
    path(f"{SHEET}mo-khoa/", unlock.unlock, name="figures-unlock"),
    path(f"{SHEET}thay-doi/", unlock.sheet_differences, name="figures-differences"),
    path(f"{SHEET}cum-tra-lai/", steps.return_to_member, name="figures-return-to-member"),
]
