-- What counts, as the texts of the index `figures_facts`: the expression must be the same one there.
-- From one text to below another, so that two readers can share the work.
SELECT
    format(replace('%s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s', ' ', char(31)),
        donor, year_first, year_last, per, stage, kind, sector, unit, category, announced,
        document, bound, counted, nullif(value, counted), low, high, recipient, status, confidence, item)
    AS facts,
    id
FROM figures INDEXED BY figures_facts
WHERE counted IS NOT NULL AND facts >= ?1 AND facts < ?2
ORDER BY facts;
