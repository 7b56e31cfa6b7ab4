-- Ids made here are UUIDv7 as 16 bytes: they sort as they were made, so tables and indexes grow at their right edge.
-- Times are milliseconds since 1970 (UTC), money is minor units of the row's currency.

CREATE TABLE offering (
  seller TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, terms TEXT NOT NULL, published_at INTEGER NOT NULL,
  PRIMARY KEY (seller, id, version)) STRICT, WITHOUT ROWID;

CREATE TABLE policy (
  seller TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, terms TEXT NOT NULL, published_at INTEGER NOT NULL,
  PRIMARY KEY (seller, id, version)) STRICT, WITHOUT ROWID;

CREATE TRIGGER offering_immutable BEFORE UPDATE ON offering BEGIN SELECT RAISE(ABORT, 'a published offering never changes'); END;
CREATE TRIGGER offering_permanent BEFORE DELETE ON offering BEGIN SELECT RAISE(ABORT, 'a published offering is never removed'); END;
CREATE TRIGGER policy_immutable BEFORE UPDATE ON policy BEGIN SELECT RAISE(ABORT, 'a published policy never changes'); END;
CREATE TRIGGER policy_permanent BEFORE DELETE ON policy BEGIN SELECT RAISE(ABORT, 'a published policy is never removed'); END;

CREATE TABLE relationship (
  seller TEXT NOT NULL, id BLOB NOT NULL, customer TEXT NOT NULL, offering TEXT NOT NULL, policy TEXT NOT NULL,
  state TEXT NOT NULL, tier TEXT NOT NULL, credit INTEGER NOT NULL CHECK (credit >= 0), currency TEXT NOT NULL,
  strategy_state TEXT NOT NULL,
  provisional INTEGER NOT NULL,   -- 1: the named strategy has not started it yet
  reputation REAL, cycles_priced INTEGER NOT NULL,
  started_at INTEGER NOT NULL, last_priced_at INTEGER, last_decided BLOB,
  fallback TEXT,                  -- why the last answer was not the named strategy's
  read_from INTEGER NOT NULL,     -- how far the journal was read when it began: what is behind that counts
  revision INTEGER NOT NULL,
  PRIMARY KEY (seller, id)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX relationship_open ON relationship (seller, customer, offering) WHERE state <> 'EXITED';
CREATE INDEX relationship_of_customer ON relationship (seller, customer, id);

CREATE TABLE cycle (
  seller TEXT NOT NULL, id BLOB NOT NULL, relationship BLOB, customer TEXT,
  offering TEXT NOT NULL, offering_version INTEGER NOT NULL, policy TEXT NOT NULL, policy_version INTEGER NOT NULL,
  item TEXT, state TEXT NOT NULL,
  opened_at INTEGER NOT NULL, ended_at INTEGER,
  due_at INTEGER,                 -- when it ends (OPEN) or lapses (REQUESTED) by itself
  closed_at INTEGER,
  since_at INTEGER, since_position INTEGER, ended_position INTEGER,   -- whose usage it owns; none if imported
  resuggested_at INTEGER,         -- when it was suggested anew, since usage had come late
  currency TEXT, reference INTEGER, suggested INTEGER, binding INTEGER, suggestion TEXT,
  kind TEXT, price INTEGER CHECK (price >= 0), worth INTEGER, reasons TEXT, comment TEXT,
  source TEXT, external_id TEXT,
  revision INTEGER NOT NULL,
  PRIMARY KEY (seller, id)) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX cycle_current ON cycle (seller, relationship) WHERE state IN ('OPEN', 'REQUESTED');
CREATE INDEX cycle_of_relationship ON cycle (seller, relationship, id) WHERE relationship IS NOT NULL;
CREATE INDEX cycle_of_time ON cycle (seller, relationship, since_at, since_position, id)
  WHERE since_at IS NOT NULL;
CREATE INDEX cycle_due ON cycle (seller, due_at) WHERE due_at IS NOT NULL;

-- The owner is a cycle, or a relationship for what was used while no cycle was open.
CREATE TABLE usage (
  seller TEXT NOT NULL, owner BLOB NOT NULL, unit TEXT NOT NULL, quantity TEXT NOT NULL,
  PRIMARY KEY (seller, owner, unit)) STRICT, WITHOUT ROWID;

-- Single events that no sum can take yet: their time has not come, or a suggestion must be made anew with them.
CREATE TABLE waiting_usage (
  seller TEXT NOT NULL, relationship BLOB NOT NULL, time INTEGER NOT NULL, position INTEGER NOT NULL,
  source TEXT NOT NULL, id TEXT NOT NULL, unit TEXT NOT NULL, quantity TEXT NOT NULL,
  PRIMARY KEY (seller, relationship, time, position)) STRICT, WITHOUT ROWID;
CREATE INDEX waiting_usage_in_time ON waiting_usage (seller, time);

-- Events that are in no cycle's usage, with the reason; unit and quantity are missing if they could not be read.
CREATE TABLE late_usage (
  seller TEXT NOT NULL, cycle BLOB NOT NULL, position INTEGER NOT NULL, relationship BLOB NOT NULL,
  source TEXT NOT NULL, id TEXT NOT NULL, time INTEGER NOT NULL, unit TEXT, quantity TEXT,
  reason TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (seller, cycle, position)) STRICT, WITHOUT ROWID;
CREATE TRIGGER late_usage_immutable BEFORE UPDATE ON late_usage BEGIN SELECT RAISE(ABORT, 'late usage is append-only'); END;
CREATE TRIGGER late_usage_permanent BEFORE DELETE ON late_usage BEGIN SELECT RAISE(ABORT, 'late usage is append-only'); END;
CREATE TRIGGER late_usage_no_replace BEFORE INSERT ON late_usage
  WHEN EXISTS (SELECT 1 FROM late_usage WHERE seller = NEW.seller AND cycle = NEW.cycle AND position = NEW.position)
  BEGIN SELECT RAISE(ABORT, 'late usage is append-only'); END;

-- The sums of the table above; unit '' counts what could not be read.
CREATE TABLE late_total (
  seller TEXT NOT NULL, cycle BLOB NOT NULL, unit TEXT NOT NULL, events INTEGER NOT NULL, quantity TEXT NOT NULL,
  PRIMARY KEY (seller, cycle, unit)) STRICT, WITHOUT ROWID;

CREATE TABLE decision (
  position INTEGER PRIMARY KEY, seller TEXT NOT NULL, cycle BLOB NOT NULL, at INTEGER NOT NULL,
  strategy TEXT NOT NULL, bundle TEXT, bundle_version TEXT, fallback TEXT, record TEXT NOT NULL) STRICT;
CREATE INDEX decision_of_cycle ON decision (seller, cycle);

CREATE TABLE ledger (
  seller TEXT NOT NULL, id BLOB NOT NULL, cycle BLOB NOT NULL, relationship BLOB, customer TEXT, offering TEXT NOT NULL,
  item TEXT, at INTEGER NOT NULL, minor INTEGER NOT NULL CHECK (minor >= 0), currency TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (seller, id)) STRICT, WITHOUT ROWID;
CREATE TRIGGER ledger_immutable BEFORE UPDATE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
CREATE TRIGGER ledger_permanent BEFORE DELETE ON ledger BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
-- A REPLACE would remove the old row without asking the trigger above.
CREATE TRIGGER ledger_no_replace BEFORE INSERT ON ledger
  WHEN EXISTS (SELECT 1 FROM ledger WHERE seller = NEW.seller AND id = NEW.id)
  BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;

CREATE TABLE imported (
  seller TEXT NOT NULL, source TEXT NOT NULL, id TEXT NOT NULL, fingerprint BLOB NOT NULL, cycle BLOB NOT NULL,
  PRIMARY KEY (seller, source, id)) STRICT, WITHOUT ROWID;

-- AUTOINCREMENT: a position is never used twice, also after all rows were relayed and removed.
CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT, id BLOB NOT NULL, seller TEXT NOT NULL, type TEXT NOT NULL, customer TEXT,
  time INTEGER NOT NULL, data TEXT NOT NULL) STRICT;

CREATE TABLE reader (name TEXT NOT NULL PRIMARY KEY, position INTEGER NOT NULL) STRICT, WITHOUT ROWID;
