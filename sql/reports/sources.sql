-- Every document with how many figures stand in it, then every source that is known by its
-- reference alone, under the lowest number of the figures that name it.
SELECT
    'd' || d.id AS source_id, d.title, d.publisher, d.author, d.published, d.url, d.lang,
    d.added, d.sha256, count(f.id) AS figures, sum(f.counted IS NOT NULL AND f.verdict <> 'request') AS counted
FROM documents AS d
LEFT JOIN figures AS f ON f.document = d.id
GROUP BY d.id
UNION ALL
SELECT
    'r' || min(f.id), NULL, NULL, NULL, NULL, f.reference, NULL,
    NULL, NULL, count(*), sum(f.counted IS NOT NULL AND f.verdict <> 'request')
FROM figures AS f
WHERE f.document IS NULL AND f.reference IS NOT NULL
GROUP BY f.reference;
