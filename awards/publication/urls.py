from django.urls import path

from awards.publication.views import everybody, publications

urlpatterns = [
    path("danh-sach-cong-khai/", publications.publications, name="publications"),
    path("danh-sach-cong-khai/lap/", publications.begin, name="publication-begin"),
    path("danh-sach-cong-khai/<int:pk>/", publications.publication, name="publication"),
    path("danh-sach-cong-khai/<int:pk>/chon-ho-so/", publications.take, name="publication-take"),
    path("danh-sach-cong-khai/<int:pk>/ho-so/<int:line>/bo-ra/", publications.leave, name="publication-leave"),
    path("danh-sach-cong-khai/<int:pk>/cong-khai/", publications.lay_out, name="publication-open"),
    path("danh-sach-cong-khai/<int:pk>/ket-thuc/", publications.close, name="publication-close"),
    path("danh-sach-cong-khai/<int:pk>/rut/", publications.withdraw, name="publication-withdraw"),
    path("danh-sach-cong-khai/<int:pk>/bo-du-thao/", publications.drop, name="publication-drop"),
    path("danh-sach-cong-khai/<int:pk>/gop-y/<int:comment>/", publications.note, name="publication-note"),
    path("quyet-dinh/<int:pk>/cho-tra-cuu/", publications.release, name="decision-release"),
    path("cong-khai/", everybody.lists, name="public-lists"),
    path("cong-khai/khen-thuong/", everybody.honours, name="public-honours"),
    path("cong-khai/<int:pk>/", everybody.one_list, name="public-list"),
]
