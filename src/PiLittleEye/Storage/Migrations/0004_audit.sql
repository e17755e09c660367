-- What happened. Rows are only added at the end and removed from the beginning; ids have no gaps.
CREATE TABLE audit (
  id INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  who TEXT,
  address TEXT,
  camera TEXT,
  subject TEXT,
  succeeded INTEGER NOT NULL,
  is_alert INTEGER NOT NULL,
  text TEXT NOT NULL,
  -- SHA-256 over the hash of the row before and all the columns above: a row that was changed, removed or put between shows.
  hash BLOB NOT NULL
) STRICT;

CREATE INDEX audit_kind ON audit (kind, id);
CREATE INDEX audit_who ON audit (who, id);
CREATE INDEX audit_alert ON audit (id) WHERE is_alert = 1;

-- Where the chain of hashes begins and ends, in one row.
CREATE TABLE audit_chain (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  -- The newest row that was removed because of its age, or by clearing; the first one left follows it.
  removed_id INTEGER NOT NULL,
  removed_hash BLOB NOT NULL,
  -- The newest row: without this, nobody would miss it.
  last_id INTEGER NOT NULL,
  last_hash BLOB NOT NULL
) STRICT;

INSERT INTO audit_chain VALUES (1, 0, zeroblob(32), 0, zeroblob(32));

-- Up to which row an administrator has seen the alerts.
CREATE TABLE audit_seen (
  account_id INTEGER NOT NULL PRIMARY KEY,
  seen_id INTEGER NOT NULL
) STRICT;
