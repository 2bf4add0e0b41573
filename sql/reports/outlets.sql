-- Every document's outlet, which the index `documents_outlet` holds.
SELECT id, publisher FROM documents WHERE publisher IS NOT NULL;
