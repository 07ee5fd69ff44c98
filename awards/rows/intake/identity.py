"""Identity numbers are never kept: only a keyed digest to tell people apart, and the last digits to show."""

import hashlib
import hmac

from django.conf import settings


def identity_digest(digits: str) -> str:
    key = hashlib.sha256(b"identity-number|" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, digits.encode(), hashlib.sha256).hexdigest()
