-- A record from another tracker's table is known by its key there, so that the same table taken
-- in again finds its records instead of adding them once more.
CREATE UNIQUE INDEX figures_imported ON figures (local) WHERE document IS NULL AND local IS NOT NULL;
