"""Where a request comes from: the connection, or what the outermost proxy of ours appended."""

import pytest
from django.test import RequestFactory

from emulation.core.client_address import client_address

PROXY = "172.18.0.1"


@pytest.mark.parametrize(
    ("trusted", "passed_on", "address"),
    [
        (0, None, PROXY),
        (0, "192.0.2.1", PROXY),
        (1, None, PROXY),
        (1, "", PROXY),
        (1, "192.0.2.1", "192.0.2.1"),
        (1, "198.51.100.7, 192.0.2.1", "192.0.2.1"),
        (1, "198.51.100.7,192.0.2.1 ", "192.0.2.1"),
        (1, "192.0.2.1, không phải địa chỉ", PROXY),
        (1, "192.0.2.1,", PROXY),
        (2, "192.0.2.1", PROXY),
        (2, "192.0.2.1, 10.0.0.1", "192.0.2.1"),
        (2, "198.51.100.7, 192.0.2.1, 10.0.0.1", "192.0.2.1"),
        (1, "2001:DB8:0::1", "2001:db8::1"),
        (1, "fe80::1%eth0", "fe80::1"),
        (1, "::ffff:192.0.2.1", "192.0.2.1"),
    ],
)
def test_only_what_proxies_of_ours_appended_is_believed(settings, trusted, passed_on, address):
    settings.TRUSTED_PROXIES = trusted
    headers = {} if passed_on is None else {"X-Forwarded-For": passed_on}
    assert client_address(RequestFactory().get("/", headers=headers, REMOTE_ADDR=PROXY)) == address
