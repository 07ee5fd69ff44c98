from django.urls import path

from clusters.tasks import views
from clusters.tasks.views import sheet

urlpatterns = [
    path("nhiem-vu/", views.tasks, name="tasks"),
    path("nhiem-vu/tai-ve/", sheet.take_out, name="tasks-take-out"),
    path("nhiem-vu/nhap-tep/", sheet.send_in, name="tasks-send-in"),
    path("nhiem-vu/nhap-tep/ghi/", sheet.record, name="tasks-record"),
    path("nhiem-vu/giao/", views.add, name="task-add"),
    path("nhiem-vu/<int:pk>/", views.task, name="task"),
    path("nhiem-vu/<int:pk>/tra-loi/", views.answered, name="task-answer"),
    path("nhiem-vu/<int:pk>/huy/", views.strike_out, name="task-strike-out"),
    path("viec-duoc-giao/<int:pk>/", views.assignment, name="assignment"),
    path("viec-duoc-giao/<int:pk>/bao-cao/", views.report, name="assignment-report"),
    path("viec-duoc-giao/<int:pk>/cong-nhan/", views.accept, name="assignment-accept"),
    path("viec-duoc-giao/<int:pk>/tra-lai/", views.send_back, name="assignment-send-back"),
]
