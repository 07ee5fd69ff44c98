import secrets
from pathlib import Path


def kept_secret(folder: Path) -> str:
    """The key that signs sessions on a machine nobody configured: made once, kept readable by its owner only."""
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
        if not path.read_text():
            path.write_text(secrets.token_urlsafe(64))
    return path.read_text()
