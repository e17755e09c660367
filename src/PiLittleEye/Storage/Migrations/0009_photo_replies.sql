-- What an authenticator and the camera share; several addresses of a person may have the same.
CREATE TABLE photo_secret (
  -- Chosen at random, because the secret is sealed for it before it stands here.
  id INTEGER NOT NULL PRIMARY KEY,
  -- Encrypted: a copy of the database makes no codes.
  secret BLOB NOT NULL,
  -- The last thirty seconds whose code was used; that and all before it are used up.
  last_step INTEGER NOT NULL DEFAULT 0,
  -- 1 once somebody typed a right code.
  is_verified INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who may ask for photos by mail.
CREATE TABLE photo_sender (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  -- In small letters, the domain as in the DNS.
  address TEXT NOT NULL UNIQUE,
  -- Whose rights on cameras it has; NULL: all. It goes with the account: without its rights it would have all of them.
  account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
  secret_id INTEGER NOT NULL REFERENCES photo_secret (id),
  created_at TEXT NOT NULL,
  locked_until TEXT,
  -- In the day that began with the first of them.
  wrong_codes INTEGER NOT NULL DEFAULT 0,
  wrong_since TEXT,
  used_at TEXT,
  replies INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX photo_sender_secret ON photo_sender (secret_id);

CREATE TRIGGER photo_secret_unused AFTER DELETE ON photo_sender
BEGIN DELETE FROM photo_secret WHERE id = OLD.secret_id AND NOT EXISTS (SELECT 1 FROM photo_sender WHERE secret_id = OLD.secret_id); END;

-- Requests that were granted: for the limits, and so that no mail is answered twice.
CREATE TABLE photo_reply (
  -- SHA-256 of the mail's Message-ID.
  mail BLOB NOT NULL PRIMARY KEY,
  sender_id INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX photo_reply_at ON photo_reply (at);

-- How far a mailbox was read.
CREATE TABLE photo_mailbox (
  -- SHA-256 of server, user and folder.
  mailbox BLOB NOT NULL PRIMARY KEY,
  uid_validity INTEGER NOT NULL,
  last_uid INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Mails above that which were judged already; the newest come first.
CREATE TABLE photo_judged (
  mailbox BLOB NOT NULL REFERENCES photo_mailbox (mailbox) ON DELETE CASCADE,
  uid INTEGER NOT NULL,
  PRIMARY KEY (mailbox, uid)
) STRICT, WITHOUT ROWID;

-- The last ones, for the page. No code ever stands here.
CREATE TABLE photo_decision (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  sender TEXT NOT NULL,
  verdict TEXT NOT NULL,
  reason TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
