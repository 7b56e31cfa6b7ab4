-- Times are milliseconds since 1970 (UTC). A published version is written once: events were accepted and usage was
-- counted by it.

CREATE TABLE event_type (
  seller TEXT NOT NULL, type TEXT NOT NULL, version INTEGER NOT NULL, schema TEXT NOT NULL, published_at INTEGER NOT NULL,
  PRIMARY KEY (seller, type, version)) STRICT, WITHOUT ROWID;

CREATE TABLE meter (
  seller TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, definition TEXT NOT NULL, published_at INTEGER NOT NULL,
  PRIMARY KEY (seller, id, version)) STRICT, WITHOUT ROWID;

CREATE TABLE retention (
  seller TEXT NOT NULL, type TEXT NOT NULL, days INTEGER NOT NULL CHECK (days > 0), set_at INTEGER NOT NULL,
  PRIMARY KEY (seller, type)) STRICT, WITHOUT ROWID;

CREATE TRIGGER event_type_immutable BEFORE UPDATE ON event_type BEGIN SELECT RAISE(ABORT, 'a published event type never changes'); END;
CREATE TRIGGER event_type_permanent BEFORE DELETE ON event_type BEGIN SELECT RAISE(ABORT, 'a published event type is never removed'); END;
CREATE TRIGGER meter_immutable BEFORE UPDATE ON meter BEGIN SELECT RAISE(ABORT, 'a published meter never changes'); END;
CREATE TRIGGER meter_permanent BEFORE DELETE ON meter BEGIN SELECT RAISE(ABORT, 'a published meter is never removed'); END;
