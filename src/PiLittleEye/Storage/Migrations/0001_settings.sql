-- What the owner chose in the browser: one row of JSON for each section.
CREATE TABLE setting (
  section TEXT NOT NULL PRIMARY KEY,
  json TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
