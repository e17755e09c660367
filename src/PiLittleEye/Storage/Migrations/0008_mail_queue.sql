-- Mails on their way out. What they hold stands apart, so that putting one off does not write its picture again.
CREATE TABLE mail_queue (
  -- Never used twice: who notes that a mail was sent must not mean another one.
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  message_id TEXT NOT NULL UNIQUE,
  recipient TEXT NOT NULL,
  -- Written by the service itself; the first to go when there are too many.
  is_alert INTEGER NOT NULL,
  octets INTEGER NOT NULL,
  stored_at TEXT NOT NULL,
  -- Not sent any more after this.
  best_before TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  next_try_at TEXT NOT NULL
) STRICT;

CREATE TABLE mail_queue_content (
  id INTEGER NOT NULL PRIMARY KEY REFERENCES mail_queue (id) ON DELETE CASCADE,
  -- As it goes over the wire, all but its From.
  message BLOB NOT NULL
) STRICT;

-- What went out in the last hour: an account may send only so many, also over restarts.
CREATE TABLE mail_sent (
  message_id TEXT NOT NULL PRIMARY KEY,
  sent_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What the owner is shown, in one row.
CREATE TABLE mail_queue_report (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  last_sent_at TEXT,
  gave_up INTEGER NOT NULL,
  gave_up_at TEXT,
  error_at TEXT,
  error_code TEXT,
  error_message TEXT
) STRICT;

INSERT INTO mail_queue_report VALUES (1, NULL, 0, NULL, NULL, NULL, NULL);
