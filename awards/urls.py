from django.urls import path

from awards.views import catalogue, register

app_name = "awards"

urlpatterns = [
    path("danh-muc/", catalogue.catalogue, name="catalogue"),
    path("so-khen-thuong/", register.register, name="register"),
    path("so-khen-thuong/<int:pk>/", register.honour, name="honour"),
]
