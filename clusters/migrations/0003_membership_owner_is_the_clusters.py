"""A membership repeats its cluster's owner so that an exclusion constraint can speak of it; this keeps the two equal."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("clusters", "0002_initial")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE clusters_membership ADD CONSTRAINT membership_owner_is_the_clusters"
            " FOREIGN KEY (cluster_id, owner_id) REFERENCES clusters_cluster (id, owner_id)"
            " DEFERRABLE INITIALLY DEFERRED",
            "ALTER TABLE clusters_membership DROP CONSTRAINT membership_owner_is_the_clusters",
        )
    ]
