from django.urls import path

from awards.eligibility import views

urlpatterns = [
    path("danh-muc-khen-thuong/dieu-kien/", views.rules, name="rules"),
]
