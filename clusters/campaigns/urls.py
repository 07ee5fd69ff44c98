from django.urls import path

from clusters.campaigns import views

urlpatterns = [
    path("phong-trao/", views.campaigns, name="campaigns"),
]
