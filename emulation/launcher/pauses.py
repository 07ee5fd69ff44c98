"""How long what died is left lying before it is started again, in seconds: longer each time that it dies soon again."""

STEADY = 30.0
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0


def pause_after(quick_deaths: int) -> float:
    return min(FIRST_PAUSE * 2 ** (quick_deaths - 1), LONGEST_PAUSE)
