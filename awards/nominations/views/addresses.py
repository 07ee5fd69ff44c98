"""Where the steps of a dossier are taken: grouped by whose they are, each in its own words in the address."""

from django.urls import reverse

from awards.nominations.models.nomination import Nomination

OF_OFFICER = {"trinh-lanh-dao": "present", "lay-lai": "take_back"}
OF_APPROVER = {"nop": "submit", "tra-chuyen-vien": "give_back", "rut-ve": "recall"}
OF_EITHER = {"rut-de-nghi": "withdraw", "tiep-quan": "take_over"}
OF_REVIEWER = {
    "tiep-nhan": "take_up",
    "tra-lai": "return",
    "trinh-hoi-dong": "put_to_council",
    "tham-dinh-lai": "look_again",
}
OF_LEADER = {"trinh-cap-tren": "forward", "khong-de-nghi": "decline"}
OF_SENDER = {"lay-ve": "fetch_back"}
OF_SECRETARY = {"tham-dinh-lai": "look_again"}
GROUPS = {
    "nomination-officer-step": OF_OFFICER,
    "nomination-approver-step": OF_APPROVER,
    "nomination-withdraw": OF_EITHER,
    "nomination-review-step": OF_REVIEWER,
    "nomination-leader-step": OF_LEADER,
    "nomination-sender-step": OF_SENDER,
    "nomination-secretary-step": OF_SECRETARY,
}


def url_of_step(nomination: Nomination, step: str, *, reviews: bool = True) -> str:
    """`reviews`: whether the person is of the desk; a step that the Council's secretary takes too has another address
    then."""
    for name, words in GROUPS.items():
        for word, known in words.items():
            if known == step and (reviews or words is not OF_REVIEWER):
                return reverse(f"awards:{name}", args=[nomination.pk, word])
    return reverse("awards:nomination-decision", args=[nomination.pk])
