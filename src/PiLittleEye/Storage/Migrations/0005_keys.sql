-- For programs: named, with rights of their own, never more than those of the account that made them.
CREATE TABLE access_key (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- Public: what a program says it is.
  key TEXT NOT NULL UNIQUE,
  -- SHA-256 of what proves it: a stolen database opens no door.
  secret_hash BLOB NOT NULL,
  -- JSON: for each camera's id, or * for all, what may be done with it.
  rights TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  used_at TEXT,
  used_from TEXT
) STRICT;

CREATE INDEX access_key_account ON access_key (account_id);

-- Links to one camera that end by themselves.
CREATE TABLE ticket (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  -- SHA-256 of what stands in the link.
  token_hash BLOB NOT NULL UNIQUE,
  camera TEXT NOT NULL,
  is_kiosk INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  used_from TEXT
) STRICT;

CREATE INDEX ticket_account ON ticket (account_id);

-- Whoever has a new password may have one because somebody else knew the old: links made under it end. Keys were made by proving it.
CREATE TRIGGER ticket_outdated AFTER UPDATE OF password_hash ON account
BEGIN DELETE FROM ticket WHERE account_id = NEW.id; END;

-- The running service notices what the command line revokes.
CREATE TRIGGER access_key_removed AFTER DELETE ON access_key
BEGIN UPDATE access_change SET count = count + 1; END;
CREATE TRIGGER ticket_removed AFTER DELETE ON ticket
BEGIN UPDATE access_change SET count = count + 1; END;
