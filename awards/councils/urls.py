from django.urls import path

from awards.councils import views

urlpatterns = [
    path("hoi-dong/", views.councils, name="councils"),
    path("hoi-dong/lap/", views.establish, name="council-establish"),
    path("hoi-dong/<int:pk>/", views.council, name="council"),
    path("hoi-dong/<int:pk>/quy-che/", views.change, name="council-change"),
    path("hoi-dong/<int:pk>/thanh-vien/", views.seat, name="council-seat"),
    path("hoi-dong/thanh-vien/<int:pk>/ket-thuc/", views.end, name="council-end"),
]
