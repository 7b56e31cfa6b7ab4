CREATE TABLE seller (
    id      TEXT PRIMARY KEY,
    sandbox TEXT, -- the sandbox clock's time in ISO form; NULL for a seller whom the wall clock moves
    time_zone TEXT NOT NULL, -- an IANA name, such as Europe/Berlin
    created INTEGER NOT NULL
) STRICT;

CREATE TABLE api_key (
    id      TEXT PRIMARY KEY,
    seller  TEXT NOT NULL REFERENCES seller,
    hash    TEXT NOT NULL UNIQUE,
    roles   TEXT NOT NULL, -- names, separated by commas
    created INTEGER NOT NULL,
    revoked INTEGER
) STRICT;

CREATE INDEX api_key_seller ON api_key (seller);
