-- Full text search over what was cited and over whole documents, without storing the words twice.
CREATE VIRTUAL TABLE figures_text USING fts5 (
    sentence, item, purpose, speaker, content = 'figures', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER figures_text_insert AFTER INSERT ON figures BEGIN
    INSERT INTO figures_text (rowid, sentence, item, purpose, speaker)
    VALUES (new.id, new.sentence, new.item, new.purpose, new.speaker);
END;
CREATE TRIGGER figures_text_update AFTER UPDATE OF sentence, item, purpose, speaker ON figures BEGIN
    INSERT INTO figures_text (figures_text, rowid, sentence, item, purpose, speaker)
    VALUES ('delete', old.id, old.sentence, old.item, old.purpose, old.speaker);
    INSERT INTO figures_text (rowid, sentence, item, purpose, speaker)
    VALUES (new.id, new.sentence, new.item, new.purpose, new.speaker);
END;

CREATE VIRTUAL TABLE documents_text USING fts5 (
    title, text, content = 'documents', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_text_insert AFTER INSERT ON documents BEGIN
    INSERT INTO documents_text (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER documents_text_update AFTER UPDATE OF title, text ON documents BEGIN
    INSERT INTO documents_text (documents_text, rowid, title, text)
    VALUES ('delete', old.id, old.title, old.text);
    INSERT INTO documents_text (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
