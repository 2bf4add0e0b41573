-- Exchange rates that a user brings, beside those that come with the program. Rows are only
-- added: of two rates of a day the later one holds, and the earlier one stays to be seen.
CREATE TABLE rates (
    id       INTEGER PRIMARY KEY,
    currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
    day      TEXT NOT NULL CHECK (day GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    per_euro TEXT NOT NULL,              -- units per euro, an exact decimal
    source   TEXT NOT NULL,              -- the file
    imported TEXT NOT NULL               -- UTC
) STRICT;
CREATE INDEX rates_day ON rates (currency, day);
