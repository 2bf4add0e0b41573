-- Every figure that counts, one by one; requests keep what they come to, and are shown on demand.
SELECT
    f.donor, f.year_first, f.year_last, f.per, f.stage, f.kind, f.sector, f.unit, f.category,
    coalesce(f.announced, d.published) AS announced,
    f.id, f.document, f.counted, f.value, f.low, f.high, f.bound,
    f.recipient, f.item, f.status, f.confidence, d.publisher
FROM figures AS f
LEFT JOIN documents AS d ON d.id = f.document
-- The plus keeps the reader off the index of donors, which would fetch each row from elsewhere.
WHERE f.counted IS NOT NULL AND +f.donor >= ?1 AND +f.donor < ?2;
