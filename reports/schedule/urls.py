from django.urls import path

from reports.schedule import views

urlpatterns = [
    path("bao-cao/lich/", views.schedule, name="schedule"),
    path("bao-cao/lich/them/", views.new_day, name="drafting-day-new"),
    path("bao-cao/lich/<int:pk>/", views.drafting_day, name="drafting-day"),
    path("bao-cao/lich/<int:pk>/thoi/", views.end, name="drafting-day-end"),
]
