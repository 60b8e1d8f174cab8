-- Schema 2: what serving a store needs: numbers of users, tokens, files that were sent.

-- Systems that call users by number get one that never changes and never comes back.
CREATE TABLE user_numbers (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id TEXT NOT NULL UNIQUE REFERENCES users (id) ON DELETE CASCADE
) STRICT;

INSERT INTO user_numbers (user_id) SELECT id FROM users ORDER BY create_at, id;

-- Only hashes: who reads this table can log in as nobody.
CREATE TABLE access_tokens (
  hash TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  admin INTEGER NOT NULL,
  created INTEGER NOT NULL,
  expires INTEGER NOT NULL,
  label TEXT
) STRICT;

CREATE INDEX access_tokens_user ON access_tokens (user_id);

-- Files that were sent and may become a picture.
CREATE TABLE uploads (
  id TEXT NOT NULL PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  path TEXT NOT NULL,
  bytes BLOB NOT NULL,
  format TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  at INTEGER NOT NULL
) STRICT;

CREATE INDEX uploads_user ON uploads (user_id, at);
