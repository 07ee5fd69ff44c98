"""Readers of pages who chose a language."""

from django.conf import settings
from django.test import Client


def client_in(language: str, **more) -> Client:
    client = Client(**more)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    return client
