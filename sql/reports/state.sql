-- The state that a report was made from: the last change and the number of figures and documents.
SELECT
    (SELECT max(id) FROM edits) AS edit,
    (SELECT at FROM edits ORDER BY id DESC LIMIT 1) AS at,
    (SELECT count(*) FROM figures) AS figures,
    (SELECT count(*) FROM documents) AS documents;
