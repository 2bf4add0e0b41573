-- Every change is a row here, by extraction, import or a person. Rows are only ever added:
-- `undo` is a further row that names what it reverts. `before` and `after` are JSON objects
-- of the fields that changed; a creation has no `before`.
CREATE TABLE edits (
    id        INTEGER PRIMARY KEY,
    operation INTEGER NOT NULL,          -- the first edit of what was done in one go
    at        TEXT NOT NULL,             -- UTC
    user      TEXT NOT NULL,
    action    TEXT NOT NULL,             -- add, log, confirm, reject, amend, link, unlink, undo, …
    subject   TEXT NOT NULL CHECK (subject IN ('document', 'figure', 'link')),
    record    INTEGER NOT NULL,
    before    TEXT CHECK (before IS NULL OR json_valid(before)),
    after     TEXT CHECK (after IS NULL OR json_valid(after)),
    why       TEXT,
    reverts   INTEGER REFERENCES edits (id)
) STRICT;
CREATE INDEX edits_record ON edits (subject, record);
CREATE INDEX edits_at ON edits (at);
CREATE INDEX edits_operation ON edits (operation);
CREATE INDEX edits_reverts ON edits (reverts) WHERE reverts IS NOT NULL;

CREATE TRIGGER edits_stay BEFORE UPDATE ON edits
BEGIN SELECT raise(ABORT, 'history is only ever added to'); END;
CREATE TRIGGER edits_remain BEFORE DELETE ON edits
BEGIN SELECT raise(ABORT, 'history is only ever added to'); END;
