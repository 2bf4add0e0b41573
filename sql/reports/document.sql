-- One document as a source.
SELECT title, url, published, publisher FROM documents WHERE id = ?1;
