-- Schema 3: runs over many rows, every row known before it is acted on. No secret is in here.

CREATE TABLE runs (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL,
  state TEXT NOT NULL,
  target TEXT NOT NULL,
  command TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  settings TEXT NOT NULL,
  process TEXT
) STRICT;

-- What the history tells is told there; changes is for systems without one, as in history.
CREATE TABLE run_rows (
  run INTEGER NOT NULL REFERENCES runs (number) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  line INTEGER NOT NULL,
  key TEXT,
  cells TEXT,
  state TEXT NOT NULL,
  user_id TEXT,
  changes TEXT,
  kind TEXT,
  code TEXT,
  message TEXT,
  PRIMARY KEY (run, seq)
) STRICT, WITHOUT ROWID;

-- Rows may find users by their e-mail address.
CREATE INDEX users_email ON users (email) WHERE deleted_at IS NULL;
