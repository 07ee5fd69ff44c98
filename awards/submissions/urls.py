from django.urls import path

from awards.submissions.views import submissions

ONE = "ho-so/danh-sach/<int:pk>/"

urlpatterns = [
    path("ho-so/lap/danh-sach/", submissions.new, name="submission-new"),
    path("ho-so/danh-sach/", submissions.submissions, name="submissions"),
    path(ONE, submissions.submission, name="submission"),
    path(f"{ONE}tep/", submissions.original, name="submission-file"),
    path(f"{ONE}doc/", submissions.read, name="submission-read"),
    path(f"{ONE}van-ban/", submissions.papers, name="submission-papers"),
    path(f"{ONE}nop/", submissions.send, name="submission-send"),
    path(f"{ONE}rut/", submissions.withdraw, name="submission-withdraw"),
]
