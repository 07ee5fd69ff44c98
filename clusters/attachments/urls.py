from django.urls import path

from clusters.attachments import views

urlpatterns = [
    path("van-ban/<int:pk>/", views.paper, name="paper"),
]
