from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.utils import timezone

from hipthrust.models import Session, Set
from tests.factories import make_session, make_set


def test_purge_removes_what_was_deleted_long_ago(alice):
    now = timezone.now()
    long_ago, lately = now - timedelta(days=31), now - timedelta(days=29)
    gone = [make_session(alice, deleted_at=long_ago), make_set(make_session(alice, sets=0))]
    Set.objects.filter(pk=gone[1].pk).update(deleted_at=long_ago)
    make_session(alice, deleted_at=lately)
    out = StringIO()
    call_command("purge", stdout=out)
    assert out.getvalue() == "Removed for good: sessions 1, other sets 1.\n"
    assert (Session.objects.count(), Set.objects.count()) == (2, 3)
    call_command("purge", stdout=out)
    assert (Session.objects.count(), Set.objects.count()) == (2, 3)
