-- What counts, lumped by everything that the index `figures_totals` holds in its order.
SELECT
    donor, year_first, year_last, per, stage, kind, sector, unit, category,
    NULL AS month,
    tally(id, document, counted, value, low, high, bound) AS sums
FROM figures
WHERE counted IS NOT NULL
GROUP BY donor, year_first, year_last, per, stage, kind, sector, unit, category;
