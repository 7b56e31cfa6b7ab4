-- How far each report has come; the empty name is the module as a whole.
CREATE TABLE progress (
    report   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    version  BIGINT NOT NULL,
    position BIGINT NOT NULL
);

-- Sums of increments. The day counts from 1970-01-01; the key's parts are joined with the unit separator, U+001F.
CREATE TABLE cell (
    report  TEXT COLLATE "C" NOT NULL,
    seller  TEXT COLLATE "C" NOT NULL,
    day     BIGINT NOT NULL,
    parts   TEXT COLLATE "C" NOT NULL,
    measure TEXT COLLATE "C" NOT NULL,
    amount  BIGINT NOT NULL,
    PRIMARY KEY (report, seller, day, parts, measure)
);

-- What a report remembers of a customer, as JSON.
CREATE TABLE state (
    report   TEXT COLLATE "C" NOT NULL,
    seller   TEXT COLLATE "C" NOT NULL,
    customer TEXT COLLATE "C" NOT NULL,
    state    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (report, seller, customer)
);
