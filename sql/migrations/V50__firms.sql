-- A company is named as each text likes ("Diehl", "Diehl Defence GmbH"). What all its names begin
-- with stands beside each, so that a new figure finds those under the other names.
ALTER TABLE parties ADD COLUMN firm TEXT;
CREATE INDEX parties_firm ON parties (firm) WHERE firm IS NOT NULL;
