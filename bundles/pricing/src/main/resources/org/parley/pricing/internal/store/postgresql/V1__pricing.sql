-- Ids made here are UUIDv7 as 16 bytes: they sort as they were made, so tables and indexes grow at their right edge.
-- Times are milliseconds since 1970 (UTC), money is minor units of the row's currency.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;

CREATE TABLE offering (
  seller TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL, version BIGINT NOT NULL,
  terms TEXT COLLATE "C" NOT NULL, published_at BIGINT NOT NULL,
  PRIMARY KEY (seller, id, version));

CREATE TABLE policy (
  seller TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL, version BIGINT NOT NULL,
  terms TEXT COLLATE "C" NOT NULL, published_at BIGINT NOT NULL,
  PRIMARY KEY (seller, id, version));

CREATE TRIGGER offering_immutable BEFORE UPDATE ON offering
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a published offering never changes');
CREATE TRIGGER offering_permanent BEFORE DELETE ON offering
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a published offering is never removed');
CREATE TRIGGER offering_not_emptied BEFORE TRUNCATE ON offering
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a published offering is never removed');
CREATE TRIGGER policy_immutable BEFORE UPDATE ON policy
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a published policy never changes');
CREATE TRIGGER policy_permanent BEFORE DELETE ON policy
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a published policy is never removed');
CREATE TRIGGER policy_not_emptied BEFORE TRUNCATE ON policy
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a published policy is never removed');

CREATE TABLE relationship (
  seller TEXT COLLATE "C" NOT NULL, id BYTEA NOT NULL, customer TEXT COLLATE "C" NOT NULL,
  offering TEXT COLLATE "C" NOT NULL, policy TEXT COLLATE "C" NOT NULL,
  state TEXT COLLATE "C" NOT NULL, tier TEXT COLLATE "C" NOT NULL, credit BIGINT NOT NULL CHECK (credit >= 0),
  currency TEXT COLLATE "C" NOT NULL,
  strategy_state TEXT COLLATE "C" NOT NULL,
  provisional BIGINT NOT NULL,    -- 1: the named strategy has not started it yet
  reputation DOUBLE PRECISION, cycles_priced BIGINT NOT NULL,
  started_at BIGINT NOT NULL, last_priced_at BIGINT, last_decided BYTEA,
  fallback TEXT COLLATE "C",      -- why the last answer was not the named strategy's
  read_from BIGINT NOT NULL,      -- how far the journal was read when it began: what is behind that counts
  revision BIGINT NOT NULL,
  PRIMARY KEY (seller, id));
CREATE UNIQUE INDEX relationship_open ON relationship (seller, customer, offering) WHERE state <> 'EXITED';
CREATE INDEX relationship_of_customer ON relationship (seller, customer, id);

CREATE TABLE cycle (
  seller TEXT COLLATE "C" NOT NULL, id BYTEA NOT NULL, relationship BYTEA, customer TEXT COLLATE "C",
  offering TEXT COLLATE "C" NOT NULL, offering_version BIGINT NOT NULL,
  policy TEXT COLLATE "C" NOT NULL, policy_version BIGINT NOT NULL,
  item TEXT COLLATE "C", state TEXT COLLATE "C" NOT NULL,
  opened_at BIGINT NOT NULL, ended_at BIGINT,
  due_at BIGINT,                  -- when it ends (OPEN) or lapses (REQUESTED) by itself
  closed_at BIGINT,
  since_at BIGINT, since_position BIGINT, ended_position BIGINT,   -- whose usage it owns; none if imported
  resuggested_at BIGINT,          -- when it was suggested anew, since usage had come late
  currency TEXT COLLATE "C", reference BIGINT, suggested BIGINT, binding BIGINT, suggestion TEXT COLLATE "C",
  kind TEXT COLLATE "C", price BIGINT CHECK (price >= 0), worth BIGINT, reasons TEXT COLLATE "C",
  comment TEXT COLLATE "C",
  source TEXT COLLATE "C", external_id TEXT COLLATE "C",
  revision BIGINT NOT NULL,
  PRIMARY KEY (seller, id));
CREATE UNIQUE INDEX cycle_current ON cycle (seller, relationship) WHERE state IN ('OPEN', 'REQUESTED');
CREATE INDEX cycle_of_relationship ON cycle (seller, relationship, id) WHERE relationship IS NOT NULL;
CREATE INDEX cycle_of_time ON cycle (seller, relationship, since_at, since_position, id)
  WHERE since_at IS NOT NULL;
CREATE INDEX cycle_due ON cycle (seller, due_at) WHERE due_at IS NOT NULL;

-- The owner is a cycle, or a relationship for what was used while no cycle was open.
CREATE TABLE usage (
  seller TEXT COLLATE "C" NOT NULL, owner BYTEA NOT NULL, unit TEXT COLLATE "C" NOT NULL,
  quantity TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (seller, owner, unit));

-- Single events that no sum can take yet: their time has not come, or a suggestion must be made anew with them.
CREATE TABLE waiting_usage (
  seller TEXT COLLATE "C" NOT NULL, relationship BYTEA NOT NULL, time BIGINT NOT NULL, position BIGINT NOT NULL,
  source TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL, unit TEXT COLLATE "C" NOT NULL,
  quantity TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (seller, relationship, time, position));
CREATE INDEX waiting_usage_in_time ON waiting_usage (seller, time);

-- Events that are in no cycle's usage, with the reason; unit and quantity are missing if they could not be read.
CREATE TABLE late_usage (
  seller TEXT COLLATE "C" NOT NULL, cycle BYTEA NOT NULL, position BIGINT NOT NULL, relationship BYTEA NOT NULL,
  source TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL, time BIGINT NOT NULL,
  unit TEXT COLLATE "C", quantity TEXT COLLATE "C",
  reason TEXT COLLATE "C" NOT NULL, detail TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (seller, cycle, position));
CREATE TRIGGER late_usage_immutable BEFORE UPDATE ON late_usage
  FOR EACH ROW EXECUTE FUNCTION refuse_change('late usage is append-only');
CREATE TRIGGER late_usage_permanent BEFORE DELETE ON late_usage
  FOR EACH ROW EXECUTE FUNCTION refuse_change('late usage is append-only');
CREATE TRIGGER late_usage_not_emptied BEFORE TRUNCATE ON late_usage
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('late usage is append-only');

-- The sums of the table above; unit '' counts what could not be read.
CREATE TABLE late_total (
  seller TEXT COLLATE "C" NOT NULL, cycle BYTEA NOT NULL, unit TEXT COLLATE "C" NOT NULL, events BIGINT NOT NULL,
  quantity TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (seller, cycle, unit));

CREATE TABLE decision (
  position BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, seller TEXT COLLATE "C" NOT NULL, cycle BYTEA NOT NULL,
  at BIGINT NOT NULL, strategy TEXT COLLATE "C" NOT NULL, bundle TEXT COLLATE "C", bundle_version TEXT COLLATE "C",
  fallback TEXT COLLATE "C", record TEXT COLLATE "C" NOT NULL);
CREATE INDEX decision_of_cycle ON decision (seller, cycle);

CREATE TABLE ledger (
  seller TEXT COLLATE "C" NOT NULL, id BYTEA NOT NULL, cycle BYTEA NOT NULL, relationship BYTEA,
  customer TEXT COLLATE "C", offering TEXT COLLATE "C" NOT NULL, item TEXT COLLATE "C", at BIGINT NOT NULL,
  minor BIGINT NOT NULL CHECK (minor >= 0), currency TEXT COLLATE "C" NOT NULL, kind TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (seller, id));
CREATE TRIGGER ledger_immutable BEFORE UPDATE ON ledger
  FOR EACH ROW EXECUTE FUNCTION refuse_change('the ledger is append-only');
CREATE TRIGGER ledger_permanent BEFORE DELETE ON ledger
  FOR EACH ROW EXECUTE FUNCTION refuse_change('the ledger is append-only');
CREATE TRIGGER ledger_not_emptied BEFORE TRUNCATE ON ledger
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('the ledger is append-only');

CREATE TABLE imported (
  seller TEXT COLLATE "C" NOT NULL, source TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL,
  fingerprint BYTEA NOT NULL, cycle BYTEA NOT NULL,
  PRIMARY KEY (seller, source, id));

-- A position is never used twice, also after all rows were relayed and removed. There is one writer, so positions become
-- visible in their order.
CREATE TABLE outbox (
  position BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY, id BYTEA NOT NULL, seller TEXT COLLATE "C" NOT NULL,
  type TEXT COLLATE "C" NOT NULL, customer TEXT COLLATE "C", time BIGINT NOT NULL, data TEXT COLLATE "C" NOT NULL);

CREATE TABLE reader (name TEXT COLLATE "C" NOT NULL PRIMARY KEY, position BIGINT NOT NULL);
