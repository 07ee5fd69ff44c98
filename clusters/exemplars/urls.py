from django.urls import path

from clusters.exemplars import views

ONE = "mo-hinh-dien-hinh/<int:pk>/"

urlpatterns = [
    path("mo-hinh-dien-hinh/", views.exemplars, name="exemplars"),
    path("mo-hinh-dien-hinh/them/", views.add, name="exemplar-add"),
    path(ONE, views.exemplar, name="exemplar"),
    path(f"{ONE}sua/", views.change, name="exemplar-change"),
    path(f"{ONE}cong-nhan/", views.recognise, name="exemplar-recognise"),
    path(f"{ONE}huy/", views.strike_out, name="exemplar-strike-out"),
    path(f"{ONE}ap-dung/<int:organisation>/", views.apply, name="exemplar-apply"),
    path("ap-dung-mo-hinh/<int:pk>/sua/", views.correct, name="adoption-correct"),
    path("ap-dung-mo-hinh/<int:pk>/ket-qua/", views.measure, name="adoption-measure"),
]
