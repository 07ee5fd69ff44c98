import ctypes
import signal

_libc = ctypes.CDLL(None)
PR_SET_PDEATHSIG = 1


def die_with_parent() -> None:
    """For `preexec_fn`: the kernel sends SIGTERM when the process that started this one is gone, however it went."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
