ALTER TABLE account ADD COLUMN locked_at TEXT;
-- What must be done before anything else: 'password' after one that somebody else chose.
ALTER TABLE account ADD COLUMN owes TEXT;
-- Of guests: when they stop being let in.
ALTER TABLE account ADD COLUMN expires_at TEXT;
ALTER TABLE account ADD COLUMN seen_at TEXT;
-- Wrong passwords since the last right one, from addresses this person has not signed in from.
ALTER TABLE account ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;

-- What an account may do with a camera, as a sum of 1 watch, 2 photo, 4 settings, 8 control; '*' is every camera.
CREATE TABLE account_right (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  camera TEXT NOT NULL,
  rights INTEGER NOT NULL,
  PRIMARY KEY (account_id, camera)
) STRICT, WITHOUT ROWID;

-- Made anew, which signs everybody out once: the old rows do not know from which device they came.
DROP TABLE session;
CREATE TABLE session (
  -- Shown to its owner and kept by running streams; opens nothing.
  id TEXT NOT NULL PRIMARY KEY,
  -- SHA-256 of the token in the cookie: a stolen database opens no door.
  token_hash BLOB NOT NULL UNIQUE,
  -- The token before the last exchange, good for a moment for requests that were on their way.
  former_hash BLOB UNIQUE,
  former_until TEXT,
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  device TEXT NOT NULL,
  address TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  proved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX session_account ON session (account_id);

-- Where somebody signed in: strangers elsewhere who guess at the name do not slow this person down here.
CREATE TABLE known_address (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  address TEXT NOT NULL,
  failures INTEGER NOT NULL DEFAULT 0,
  seen_at TEXT NOT NULL,
  PRIMARY KEY (account_id, address)
) STRICT, WITHOUT ROWID;

-- Failed attempts by whom they count against: their moments, oldest first, separated by blanks.
CREATE TABLE attempt (
  who TEXT NOT NULL PRIMARY KEY,
  moments TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Counted up by whatever may end somebody's access, so that the running service notices what the command line changed.
CREATE TABLE access_change (count INTEGER NOT NULL) STRICT;
INSERT INTO access_change (count) VALUES (0);
CREATE TRIGGER account_changed AFTER UPDATE OF role, locked_at, owes, expires_at, password_hash ON account
BEGIN UPDATE access_change SET count = count + 1; END;
CREATE TRIGGER account_removed AFTER DELETE ON account
BEGIN UPDATE access_change SET count = count + 1; END;
CREATE TRIGGER account_right_added AFTER INSERT ON account_right
BEGIN UPDATE access_change SET count = count + 1; END;
CREATE TRIGGER account_right_changed AFTER UPDATE ON account_right
BEGIN UPDATE access_change SET count = count + 1; END;
CREATE TRIGGER account_right_removed AFTER DELETE ON account_right
BEGIN UPDATE access_change SET count = count + 1; END;
CREATE TRIGGER session_removed AFTER DELETE ON session
BEGIN UPDATE access_change SET count = count + 1; END;
