-- Schema 4: users that were made up, by the tag of those who want them for a while.

-- What the users of a tag were made from, and from when on nobody wants them.
CREATE TABLE seeds (
  tag TEXT NOT NULL PRIMARY KEY,
  seed INTEGER NOT NULL,
  now INTEGER NOT NULL,
  avatars INTEGER NOT NULL,
  expires INTEGER
) STRICT;

-- Whoever is purged is no longer of the tag.
CREATE TABLE seeded_users (
  user_id TEXT NOT NULL PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  tag TEXT NOT NULL REFERENCES seeds (tag),
  number INTEGER NOT NULL,
  UNIQUE (tag, number)
) STRICT;
