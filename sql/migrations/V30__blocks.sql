-- A new figure is compared with those that could be the same: with the stage and the amount in the
-- index, a look at it finds them without touching a row that is not one of them.
DROP INDEX figures_blocks;
CREATE INDEX figures_blocks ON figures (donor, kind, unit, stage, bucket, announced, value, high);
-- The same for a text that names no donor.
CREATE INDEX figures_amounts ON figures (kind, unit, bucket, stage, announced, value, high);
