from django.urls import path

from clusters.regulation.views import lines, schemes

urlpatterns = [
    path("cum-nam/<int:year_pk>/quy-dinh/", schemes.scheme, name="scheme"),
    path("cum-nam/<int:year_pk>/quy-dinh/lap/", schemes.begin, name="scheme-begin"),
    path("cum-nam/<int:year_pk>/quy-dinh/quy-tac/", schemes.change, name="scheme-change"),
    path("cum-nam/<int:year_pk>/quy-dinh/thong-qua/", schemes.adopt, name="scheme-adopt"),
    path("cum-nam/<int:year_pk>/quy-dinh/mo-lai/", schemes.reopen, name="scheme-reopen"),
    path("cum-nam/<int:year_pk>/quy-dinh/thay-doi/", schemes.scheme_changes, name="scheme-changes"),
    path("cum-nam/<int:year_pk>/quy-dinh/nhom/them/", lines.group, name="scheme-group-add"),
    path("cum-nam/<int:year_pk>/quy-dinh/nhom/<int:pk>/", lines.group, name="scheme-group"),
    path("cum-nam/<int:year_pk>/quy-dinh/tieu-chi/them/", lines.criterion, name="criterion-add"),
    path("cum-nam/<int:year_pk>/quy-dinh/tieu-chi/<int:pk>/", lines.criterion, name="criterion"),
    path("cum-nam/<int:year_pk>/quy-dinh/loai-tru/them/", lines.knock_out, name="knock-out-add"),
    path("cum-nam/<int:year_pk>/quy-dinh/loai-tru/<int:pk>/", lines.knock_out, name="knock-out"),
    path("cum-nam/<int:year_pk>/quy-dinh/bo/<str:part>/<int:pk>/", lines.remove, name="scheme-remove"),
]
