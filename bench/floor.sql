-- What the import of a list is measured against: a bare COPY into a table as the register's own. LIKE brings columns,
-- checks and indexes (GIN on trigrams too) as the migrations left them, so the two cannot drift apart; foreign keys,
-- which LIKE leaves out, are declared here as Django declares them.
CREATE TABLE floor_honour (LIKE awards_honour INCLUDING ALL);

ALTER TABLE floor_honour
  ADD FOREIGN KEY (organisation_id) REFERENCES clusters_organisation (id) DEFERRABLE INITIALLY DEFERRED,
  ADD FOREIGN KEY (batch_id) REFERENCES awards_honourbatch (id) DEFERRABLE INITIALLY DEFERRED,
  ADD FOREIGN KEY (award_id) REFERENCES awards_award (id) DEFERRABLE INITIALLY DEFERRED,
  ADD FOREIGN KEY (campaign_id) REFERENCES clusters_campaign (id) DEFERRABLE INITIALLY DEFERRED;
