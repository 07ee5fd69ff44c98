class LaunchProblem(Exception):
    """What could not be started, and what to do about it: sentences for the person at the console."""
