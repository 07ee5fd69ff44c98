from django.urls import path

from clusters.mergers import views

urlpatterns = [
    path("sap-nhap/", views.mergers, name="mergers"),
    path("sap-nhap/lap/", views.merge, name="merger-prepare"),
    path("sap-nhap/theo-ngay/", views.recorded, name="mergers-recorded"),
    path("sap-nhap/<int:pk>/", views.merger, name="merger"),
]
