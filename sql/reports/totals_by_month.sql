-- The same with a sum for each month of announcement, for conversion with monthly rates.
SELECT
    donor, year_first, year_last, per, stage, kind, sector, unit, category,
    NULL AS announced,
    tally_by_month(id, document, counted, value, low, high, bound, announced) AS sums
FROM figures
WHERE counted IS NOT NULL AND donor >= ?1 AND donor < ?2
GROUP BY donor, year_first, year_last, per, stage, kind, sector, unit, category;
