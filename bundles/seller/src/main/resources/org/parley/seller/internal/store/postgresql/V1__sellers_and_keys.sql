CREATE TABLE seller (
    id      TEXT COLLATE "C" PRIMARY KEY,
    sandbox TEXT COLLATE "C", -- the sandbox clock's time in ISO form; NULL for a seller whom the wall clock moves
    time_zone TEXT COLLATE "C" NOT NULL, -- an IANA name, such as Europe/Berlin
    created BIGINT NOT NULL
);

CREATE TABLE api_key (
    id      TEXT COLLATE "C" PRIMARY KEY,
    seller  TEXT COLLATE "C" NOT NULL REFERENCES seller,
    hash    TEXT COLLATE "C" NOT NULL UNIQUE,
    roles   TEXT COLLATE "C" NOT NULL, -- names, separated by commas
    created BIGINT NOT NULL,
    revoked BIGINT
);

CREATE INDEX api_key_seller ON api_key (seller);
