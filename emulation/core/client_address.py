"""Where a request comes from, when proxies stand in front of us."""

from ipaddress import ip_address

from django.conf import settings


def client_address(request) -> str | None:
    """The address that the outermost of our `TRUSTED_PROXIES` was spoken to from.

    Each proxy appends to X-Forwarded-For the address it heard. So only as many entries, counted from the right, as
    there are proxies of ours are true; whatever stands further left was written by the client. Where the entry is
    missing or is no address, the request has not come through our proxies: then the connection itself counts.
    """
    connection = request.META.get("REMOTE_ADDR") or None
    trusted = settings.TRUSTED_PROXIES
    passed_on = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    if trusted == 0 or len(passed_on) < trusted:
        return connection
    return _address(passed_on[-trusted].strip()) or connection


def _address(written: str) -> str | None:
    """One way of writing each address; zones of IPv6 mean something on one machine only."""
    try:
        read = ip_address(written.partition("%")[0])
    except ValueError:
        return None
    return str(getattr(read, "ipv4_mapped", None) or read)
