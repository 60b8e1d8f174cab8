-- Schema 5: pictures that runs replaced on systems which keep no older ones.

CREATE TABLE replaced_pictures (
  run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
  user_id TEXT NOT NULL,
  name TEXT NOT NULL,
  picture TEXT,
  url TEXT,
  format TEXT,
  width INTEGER,
  height INTEGER,
  became TEXT,
  PRIMARY KEY (run, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX replaced_pictures_picture ON replaced_pictures (picture);
CREATE INDEX replaced_pictures_became ON replaced_pictures (became);

CREATE TABLE replaced_bytes (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- They go with the last run that names them.
CREATE TRIGGER replaced_pictures_gone AFTER DELETE ON replaced_pictures BEGIN
  DELETE FROM replaced_bytes WHERE sha256 IN (old.picture, old.became)
    AND NOT EXISTS (SELECT 1 FROM replaced_pictures WHERE picture = replaced_bytes.sha256)
    AND NOT EXISTS (SELECT 1 FROM replaced_pictures WHERE became = replaced_bytes.sha256);
END;
