-- The whole text of every source is kept, so that a page which vanishes does no harm
-- and every citation can be checked again. Offsets elsewhere count Unicode characters of `text`.
CREATE TABLE documents (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,             -- the id given by the sender, or made of the file's name
    sha256    TEXT NOT NULL CHECK (length(sha256) = 64),
    url       TEXT,
    title     TEXT,
    publisher TEXT,
    author    TEXT,
    lang      TEXT,
    published TEXT CHECK (published IS NULL OR published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    added     TEXT NOT NULL,             -- UTC, when the text was taken in
    previous  INTEGER REFERENCES documents (id), -- the version of this page that was known before
    text      TEXT NOT NULL
) STRICT;

-- The same text from the same place is the same document; a reprint elsewhere is another source.
CREATE UNIQUE INDEX documents_identity ON documents (sha256, ifnull(url, ''));
CREATE INDEX documents_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_name ON documents (name);

-- Names for codes, so that a table is readable without this program. Filled from the word tables.
CREATE TABLE parties (
    code TEXT PRIMARY KEY,
    iso3 TEXT,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE currencies (
    code     TEXT PRIMARY KEY,
    exponent INTEGER NOT NULL CHECK (exponent BETWEEN 0 AND 8), -- ISO 4217: digits of the minor unit
    minor    INTEGER NOT NULL,           -- minor units in a whole one: 10 to the exponent
    name     TEXT NOT NULL
) STRICT, WITHOUT ROWID;
