from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from emulation.core.text import search_key


class UserManager(BaseUserManager):
    def get_by_natural_key(self, username):
        """Capitals do not count: no two accounts differ in them alone."""
        return self.get(username__iexact=username)

    def create_user(self, username, full_name, password=None, **fields):
        user = self.model(username=username, full_name=full_name, **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, username, full_name, password=None, **fields):
        return self.create_user(username, full_name, password, is_staff=True, is_superuser=True, **fields)


class User(AbstractBaseUser, PermissionsMixin):
    """One account, one named person. What the person may do stands in dated mandates, not here."""

    username = models.CharField(
        _("user name"),
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": _("This user name is already taken; choose another one.")},
    )
    full_name = models.CharField(_("full name"), max_length=120)
    name_key = models.CharField(_("search key"), max_length=120, db_collation="C", blank=True, editable=False)
    email = models.EmailField(_("e-mail address"), blank=True)
    is_active = models.BooleanField(_("may log in"), default=True)
    is_staff = models.BooleanField(_("may open the account administration"), default=False)
    joined_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        ordering = ["username"]
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="user_name_once",
                violation_error_message=_("This user name is already taken; choose another one."),
            ),
        ]

    def __str__(self):
        return self.full_name

    def save(self, *args, update_fields=None, **kwargs):
        self.name_key = search_key(self.full_name)[:120]
        if update_fields is not None and "full_name" in update_fields:
            update_fields = {*update_fields, "name_key"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def get_full_name(self):
        return self.full_name

    def get_short_name(self):
        return self.full_name
