-- The further documents that tell of a commitment: those of its duplicates.
SELECT l.figure, l.target, f.document
FROM links AS l
JOIN figures AS f ON f.id = l.figure
WHERE l.relation = 'same_as' AND l.state = 'sure' AND f.status <> 'rejected'
ORDER BY l.figure;
