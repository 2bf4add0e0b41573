-- A report over a million figures is one pass over this index: all that it needs of a figure is one
-- text, in the order of what every row is told apart by. Reading one column is several times
-- as fast as reading seventeen, and a text that begins like the last one belongs to the same row.
-- Between the fields stands the unit separator, which no code holds; the item, which may hold
-- anything, is the last. SQLite keeps it up to date itself, whoever writes, and its integrity
-- check compares it with the rows.
DROP INDEX figures_totals;
CREATE INDEX figures_facts ON figures (
    format(replace('%s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s', ' ', char(31)),
        donor, year_first, year_last, per, stage, kind, sector, unit, category, announced,
        document, bound, counted, nullif(value, counted), low, high, recipient, status, confidence, item)
) WHERE counted IS NOT NULL;
-- The outlet of a document without its text.
CREATE INDEX documents_outlet ON documents (id, publisher);
-- A source that is known by its reference alone is numbered by the first figure that names it.
CREATE INDEX figures_reference ON figures (reference, id) WHERE document IS NULL AND reference IS NOT NULL;
