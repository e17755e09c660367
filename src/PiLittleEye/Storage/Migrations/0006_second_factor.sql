CREATE TABLE second_factor (
  account_id INTEGER NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  -- Encrypted with a key that is no part of the database. Null while it is off.
  secret BLOB,
  -- The same, shown to its owner and not yet proved to have arrived.
  offered BLOB,
  -- The last thirty seconds whose code was taken: each code works once.
  last_step INTEGER NOT NULL DEFAULT 0
) STRICT;

-- SHA-256 of each; a used one is gone.
CREATE TABLE recovery_code (
  account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  code_hash BLOB NOT NULL,
  PRIMARY KEY (account_id, code_hash)
) STRICT, WITHOUT ROWID;

-- Roles whose accounts may do nothing without one.
CREATE TABLE second_factor_required (role TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID;

CREATE TRIGGER second_factor_changed AFTER UPDATE OF secret ON second_factor
BEGIN UPDATE access_change SET count = count + 1; END;
CREATE TRIGGER second_factor_removed AFTER DELETE ON second_factor
BEGIN UPDATE access_change SET count = count + 1; END;
CREATE TRIGGER second_factor_required_added AFTER INSERT ON second_factor_required
BEGIN UPDATE access_change SET count = count + 1; END;
