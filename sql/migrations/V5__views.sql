-- For whoever opens the file with sqlite3 or Datasette: names beside codes, amounts as one
-- reads them. `amount` is a decimal of whole units; `counted` of it enters totals.
CREATE VIEW commitments AS
SELECT
    f.id,
    f.donor,
    coalesce(p.name, f.donor) AS donor_name,
    f.recipient,
    CASE WHEN f.year_first = f.year_last THEN CAST(f.year_first AS TEXT)
         ELSE f.year_first || '-' || f.year_last END AS years,
    f.stage,
    CASE f.bound WHEN 'about' THEN '~ ' WHEN 'at_least' THEN '≥ ' WHEN 'at_most' THEN '≤ ' ELSE '' END
    || CASE
        WHEN f.value IS NULL THEN 'no number'
        WHEN f.kind = 'quantity' THEN printf('%,d', f.value)
        WHEN f.value >= 1000000000 * u.minor THEN printf('%s %.1f bn', f.unit, f.value / (1000000000.0 * u.minor))
        WHEN f.value >= 1000000 * u.minor THEN printf('%s %.1f m', f.unit, f.value / (1000000.0 * u.minor))
        ELSE printf('%s %,d', f.unit, f.value / u.minor)
    END
    || CASE WHEN f.per IS NULL THEN '' ELSE ' a ' || f.per END AS readable,
    f.kind,
    f.unit,
    f.value * 1.0 / ifnull(u.minor, 1) AS amount,
    f.counted * 1.0 / ifnull(u.minor, 1) AS counted,
    f.verdict,
    f.bound,
    f.item,
    f.category,
    f.sector,
    f.cumulative,
    f.derived,
    f.speaker,
    f.announced,
    f.status,
    f.confidence / 100.0 AS confidence,
    f.sentence,
    coalesce(d.url, f.reference) AS source,
    d.publisher,
    d.title
FROM figures AS f
LEFT JOIN currencies AS u ON u.code = f.unit
LEFT JOIN parties AS p ON p.code = f.donor
LEFT JOIN documents AS d ON d.id = f.document;

CREATE VIEW citations AS
SELECT
    m.figure,
    m.document,
    m.start,
    m."end",
    m.quote,
    substr(d.text, m.start + 1, m."end" - m.start) = m.quote AS stands,
    f.sentence,
    f.speaker,
    d.title,
    d.publisher,
    d.author,
    d.published,
    d.url
FROM mentions AS m
JOIN figures AS f ON f.id = m.figure
JOIN documents AS d ON d.id = m.document;

CREATE VIEW by_donor_year AS
SELECT
    donor,
    donor_name,
    years,
    stage,
    kind,
    sector,
    coalesce(unit, category) AS unit,
    sum(counted) AS amount,
    CASE
        WHEN kind = 'quantity' THEN printf('%,d', sum(counted))
        WHEN sum(counted) >= 1e9 THEN printf('%s %.1f bn', unit, sum(counted) / 1e9)
        WHEN sum(counted) >= 1e6 THEN printf('%s %.1f m', unit, sum(counted) / 1e6)
        ELSE printf('%s %,d', unit, sum(counted))
    END AS readable,
    count(*) AS figures
FROM commitments
WHERE counted IS NOT NULL AND stage <> 'request'
GROUP BY donor, years, stage, kind, sector, coalesce(unit, category);
