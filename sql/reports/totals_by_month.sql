-- The same by month of announcement, for conversion with monthly rates.
SELECT
    donor, year_first, year_last, per, stage, kind, sector, unit, category,
    substr(announced, 1, 7) AS month,
    tally(id, document, counted, value, low, high, bound) AS sums
FROM figures
WHERE counted IS NOT NULL
GROUP BY donor, year_first, year_last, per, stage, kind, sector, unit, category, substr(announced, 1, 7);
