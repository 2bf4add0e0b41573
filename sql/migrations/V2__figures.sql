-- One row a figure. Money is an INTEGER in the currency's minor unit, a quantity an INTEGER
-- count, so that plain SUM is exact in any tool. `counted` and `verdict` follow from the other
-- columns and the links by the counting rules; they are kept here so that a total is one sum.
CREATE TABLE figures (
    id         INTEGER PRIMARY KEY,
    document   INTEGER REFERENCES documents (id),  -- none where a person logged it without one
    local      TEXT,                               -- f1, f2, … within its document
    origin     TEXT NOT NULL CHECK (origin IN ('extracted', 'logged', 'imported')),
    kind       TEXT NOT NULL CHECK (kind IN ('money', 'quantity')),
    value      INTEGER,                            -- none: a commitment without a number
    low        INTEGER,
    high       INTEGER,
    bound      TEXT NOT NULL CHECK (bound IN ('exact', 'about', 'at_least', 'at_most', 'range')),
    unit       TEXT REFERENCES currencies (code),
    item       TEXT,
    category   TEXT,
    donor      TEXT NOT NULL,                      -- joint donors as DK+NO; empty: the text does not say
    recipient  TEXT REFERENCES parties (code),
    stage      TEXT NOT NULL CHECK (stage IN ('request', 'target', 'pledge', 'commitment', 'delivery')),
    year_first INTEGER,
    year_last  INTEGER,
    cumulative INTEGER NOT NULL DEFAULT 0 CHECK (cumulative IN (0, 1)),
    sector     TEXT NOT NULL CHECK (sector IN ('production', 'military', 'financial', 'humanitarian', 'energy', 'other')),
    speaker    TEXT,
    per        TEXT CHECK (per IN ('year', 'month', 'week', 'day')),
    derived    INTEGER NOT NULL DEFAULT 0 CHECK (derived IN (0, 1)),
    confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 100),
    announced  TEXT,                               -- the day; else the document's
    status     TEXT NOT NULL DEFAULT 'extracted' CHECK (status IN ('extracted', 'confirmed', 'rejected')),
    wording    TEXT,                               -- the amount as printed
    sentence   TEXT,
    purpose    TEXT,                               -- what it is for, in a person's words
    reference  TEXT,                               -- a source that is not in the ledger: URL, report and page
    bucket     INTEGER,                            -- the value's order of size, for finding duplicates
    counted    INTEGER,                            -- what enters totals (of a request: what a report of requests shows)
    verdict    TEXT NOT NULL DEFAULT 'counted',    -- why it counts or not
    CHECK ((year_first IS NULL) = (year_last IS NULL) AND year_first <= year_last),
    CHECK (kind = 'quantity' OR value IS NULL OR unit IS NOT NULL),
    CHECK (kind = 'money' OR unit IS NULL)
) STRICT;

CREATE UNIQUE INDEX figures_local ON figures (document, local) WHERE document IS NOT NULL;
CREATE INDEX figures_totals ON figures
    (donor, year_first, year_last, stage, kind, sector, unit, category, counted) WHERE counted IS NOT NULL;
CREATE INDEX figures_blocks ON figures (donor, kind, bucket, announced, unit);
CREATE INDEX figures_years ON figures (year_first, year_last);
CREATE INDEX figures_review ON figures (status, confidence, id, verdict);

-- Joint donors one by one, in the order of the text.
CREATE TABLE figure_donors (
    figure   INTEGER NOT NULL REFERENCES figures (id),
    position INTEGER NOT NULL,
    party    TEXT NOT NULL REFERENCES parties (code),
    PRIMARY KEY (figure, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX figure_donors_party ON figure_donors (party, figure);

-- Every place where a figure stands: substr(text, start + 1, "end" - start) is the quote.
CREATE TABLE mentions (
    figure   INTEGER NOT NULL REFERENCES figures (id),
    position INTEGER NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (id),
    start    INTEGER NOT NULL CHECK (start >= 0),
    "end"    INTEGER NOT NULL,
    quote    TEXT NOT NULL,
    PRIMARY KEY (figure, position),
    CHECK ("end" > start)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_document ON mentions (document);

-- What one figure is to another. A removed link stays as a row, so that it is not found again.
CREATE TABLE links (
    id       INTEGER PRIMARY KEY,
    figure   INTEGER NOT NULL REFERENCES figures (id),
    relation TEXT NOT NULL CHECK (relation IN ('part_of', 'equivalent_of', 'same_as', 'superseded_by')),
    target   INTEGER NOT NULL REFERENCES figures (id),
    state    TEXT NOT NULL CHECK (state IN ('sure', 'likely', 'removed')),
    reason   TEXT,
    UNIQUE (figure, relation, target),
    CHECK (figure <> target)
) STRICT;
-- A figure has one whole, one original, one twin to count instead of it, one successor.
CREATE UNIQUE INDEX links_one ON links (figure, relation) WHERE state = 'sure';
CREATE INDEX links_target ON links (target, relation);
CREATE INDEX links_likely ON links (figure) WHERE state = 'likely';
