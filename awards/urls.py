from django.urls import path

from awards.views import register

app_name = "awards"

urlpatterns = [
    path("so-khen-thuong/", register.register, name="register"),
    path("so-khen-thuong/<int:pk>/", register.honour, name="honour"),
]
