-- Times are milliseconds since 1970 (UTC). A published version is written once: events were accepted and usage was
-- counted by it.

CREATE TABLE event_type (
  seller TEXT COLLATE "C" NOT NULL, type TEXT COLLATE "C" NOT NULL, version BIGINT NOT NULL,
  schema TEXT COLLATE "C" NOT NULL, published_at BIGINT NOT NULL,
  PRIMARY KEY (seller, type, version));

CREATE TABLE meter (
  seller TEXT COLLATE "C" NOT NULL, id TEXT COLLATE "C" NOT NULL, version BIGINT NOT NULL,
  definition TEXT COLLATE "C" NOT NULL, published_at BIGINT NOT NULL,
  PRIMARY KEY (seller, id, version));

CREATE TABLE retention (
  seller TEXT COLLATE "C" NOT NULL, type TEXT COLLATE "C" NOT NULL, days BIGINT NOT NULL CHECK (days > 0),
  set_at BIGINT NOT NULL,
  PRIMARY KEY (seller, type));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', TG_ARGV[0];
END $$;

CREATE TRIGGER event_type_immutable BEFORE UPDATE ON event_type
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a published event type never changes');
CREATE TRIGGER event_type_permanent BEFORE DELETE ON event_type
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a published event type is never removed');
CREATE TRIGGER event_type_not_emptied BEFORE TRUNCATE ON event_type
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a published event type is never removed');
CREATE TRIGGER meter_immutable BEFORE UPDATE ON meter
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a published meter never changes');
CREATE TRIGGER meter_permanent BEFORE DELETE ON meter
  FOR EACH ROW EXECUTE FUNCTION refuse_change('a published meter is never removed');
CREATE TRIGGER meter_not_emptied BEFORE TRUNCATE ON meter
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('a published meter is never removed');
