import http.client

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    help = "Asks the web server on this machine whether it is ready; exit status 1 when it is not. For health checks."
    requires_system_checks = ()

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port, **options):
        host = next(iter(settings.ALLOWED_HOSTS), "localhost").lstrip(".").replace("*", "localhost")
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=3)
        try:
            link.request("GET", "/readyz", headers={"Host": host, "X-Forwarded-Proto": "https"})
            answer = link.getresponse()
            said = answer.read().decode(errors="replace").strip()
        except OSError as error:
            raise CommandError(f"not reached: {error}") from error
        finally:
            link.close()
        if answer.status != 200:
            raise CommandError(f"{answer.status} {said}")
        self.stdout.write(said)
