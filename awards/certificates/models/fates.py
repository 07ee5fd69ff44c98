"""What a merger does with the look of a body's certificates: it stays with the body."""

from emulation.core.fates import Fate

OF_CERTIFICATES = {"awards.CertificateLayout.body": Fate.STAYS}
