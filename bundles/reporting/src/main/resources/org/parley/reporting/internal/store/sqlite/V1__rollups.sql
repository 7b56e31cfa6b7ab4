-- How far each report has come; the empty name is the module as a whole.
CREATE TABLE progress (
    report   TEXT    NOT NULL PRIMARY KEY,
    version  INTEGER NOT NULL,
    position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Sums of increments. The day counts from 1970-01-01; the key's parts are joined with the unit separator, U+001F.
CREATE TABLE cell (
    report  TEXT    NOT NULL,
    seller  TEXT    NOT NULL,
    day     INTEGER NOT NULL,
    parts   TEXT    NOT NULL,
    measure TEXT    NOT NULL,
    amount  INTEGER NOT NULL,
    PRIMARY KEY (report, seller, day, parts, measure)
) STRICT, WITHOUT ROWID;

-- What a report remembers of a customer, as JSON.
CREATE TABLE state (
    report   TEXT NOT NULL,
    seller   TEXT NOT NULL,
    customer TEXT NOT NULL,
    state    TEXT NOT NULL,
    PRIMARY KEY (report, seller, customer)
) STRICT, WITHOUT ROWID;
