-- What counts, lumped by everything that the index `figures_totals` holds in its order; of the
-- donors from one to below another, so that two readers can share the work.
SELECT
    donor, year_first, year_last, per, stage, kind, sector, unit, category,
    NULL AS announced,
    tally(id, document, counted, value, low, high, bound) AS sums
FROM figures
WHERE counted IS NOT NULL AND donor >= ?1 AND donor < ?2
GROUP BY donor, year_first, year_last, per, stage, kind, sector, unit, category;
