"""The demonstration: the cluster of five cities in the first half of 2023. People and units in it are invented."""

from emulation.desk.demonstration.accounts import PASSWORD, log_ins
from emulation.desk.demonstration.loading import DAY, list_path, load_demonstration

__all__ = ["DAY", "PASSWORD", "list_path", "load_demonstration", "log_ins"]
