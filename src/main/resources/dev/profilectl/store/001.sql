-- Schema 1: users, their pictures, their history.
-- Times are Unix milliseconds. Columns of users are named like the fields of a profile.
-- Decimals are text, so that what was given is what comes back.

CREATE TABLE users (
  id TEXT NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  username TEXT NOT NULL,
  nickname TEXT,
  gender INTEGER,
  birthday TEXT,
  oaid TEXT,
  device_id TEXT,
  password TEXT,
  email TEXT,
  country TEXT,
  province TEXT,
  city TEXT,
  enter_pass TEXT,
  ext_data TEXT,
  "desc" TEXT,
  level TEXT,
  major TEXT,
  label TEXT,
  skill TEXT,
  award_info TEXT,
  roles TEXT,
  avatar_url TEXT,
  mobile TEXT,
  real_name_verified INTEGER,
  refund_rate TEXT,
  dispute_rate TEXT,
  serve_num INTEGER,
  work_num INTEGER,
  transaction_praise_cnt INTEGER,
  transaction_amount INTEGER,
  create_at INTEGER NOT NULL,
  update_at INTEGER NOT NULL,
  last_password_update INTEGER,
  deleted_at INTEGER
) STRICT;

-- A name is free again when its user is deleted.
CREATE UNIQUE INDEX users_username ON users (lower(username)) WHERE deleted_at IS NULL;

-- Bytes once by their hash: what is shown, and what it was made from.
CREATE TABLE pictures (
  sha256 TEXT NOT NULL PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- Every picture a user ever had; the one whose url the profile names is the current one.
CREATE TABLE avatars (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  url TEXT NOT NULL,
  picture TEXT NOT NULL REFERENCES pictures (sha256),
  original TEXT REFERENCES pictures (sha256),
  format TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (user_id, version)
) STRICT;

CREATE INDEX avatars_picture ON avatars (picture);
CREATE INDEX avatars_original ON avatars (original);

-- One row a change; changes is {"field": [old, new], …}, secrets as stars.
CREATE TABLE history (
  user_id TEXT NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  action TEXT NOT NULL,
  run TEXT NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  changes TEXT NOT NULL,
  PRIMARY KEY (user_id, version)
) STRICT;

CREATE INDEX history_run ON history (run);
