-- A list or a review of a rare value (three pledges in Swiss francs, what was rejected, the year
-- 2031) finds it by its index. Each of these has few values, so that new rows fall on few pages.
CREATE INDEX figures_recipient ON figures (recipient);
CREATE INDEX figures_category ON figures (category) WHERE category IS NOT NULL;
CREATE INDEX figures_unit ON figures (unit) WHERE unit IS NOT NULL;
CREATE INDEX figures_status ON figures (status);
CREATE INDEX figures_year_last ON figures (year_last);
