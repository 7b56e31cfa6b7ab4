-- The first answer to each request that brought an Idempotency-Key.
CREATE TABLE answer (
    seller  TEXT NOT NULL,
    key     TEXT NOT NULL,
    request TEXT NOT NULL, -- hash of method, path and body
    status  INTEGER NOT NULL,
    headers TEXT NOT NULL, -- JSON object
    body    BLOB NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (seller, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX answer_at ON answer (at);

-- Who changed what and why. Rows are only ever added.
CREATE TABLE audit (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    seller  TEXT NOT NULL,
    key_id  TEXT NOT NULL,
    actor   TEXT,
    reason  TEXT,
    method  TEXT NOT NULL,
    path    TEXT NOT NULL,
    status  INTEGER NOT NULL,
    request TEXT NOT NULL, -- the request's id
    at      INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_seller ON audit (seller, id);
CREATE TRIGGER audit_is_kept_as_it_is BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END;
CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only appended to'); END;
