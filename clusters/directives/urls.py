from django.urls import path

from clusters.directives import views
from clusters.directives.views import sheet

urlpatterns = [
    path("chi-thi/", views.directives, name="directives"),
    path("chi-thi/tai-ve/", sheet.take_out, name="directives-take-out"),
    path("chi-thi/nhap-tep/", sheet.send_in, name="directives-send-in"),
    path("chi-thi/nhap-tep/ghi/", sheet.record, name="directives-record"),
    path("chi-thi/them/", views.add, name="directive-add"),
    path("chi-thi/<int:pk>/", views.directive, name="directive"),
    path("chi-thi/<int:pk>/sua/", views.change, name="directive-change"),
    path("chi-thi/<int:pk>/go-bo/", views.strike_out, name="directive-strike-out"),
    path("chi-thi/<int:pk>/chi-tieu/them/", views.target, name="directive-target-add"),
    path("chi-thi/<int:pk>/chi-tieu/<int:target>/", views.target, name="directive-target"),
    path("chi-thi/<int:pk>/chi-tieu/<int:target>/bo/", views.drop_target, name="directive-target-drop"),
]
