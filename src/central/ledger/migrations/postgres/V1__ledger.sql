-- The ledger. Bytes are kept as they were received; every other table can be rebuilt from
-- consultation, stations, batches and decisions.

CREATE TABLE consultation (
    one        BIGINT PRIMARY KEY CHECK (one = 0),
    manifest   BYTEA NOT NULL,
    -- The list of web voters: the signed part, and the pseudonyms.
    web_header BYTEA,
    web_list   BYTEA,
    -- The registry's order to forget the links.
    purge      BYTEA
);

CREATE TABLE stations (
    station     TEXT PRIMARY KEY,
    certificate BYTEA NOT NULL,
    rotation    BYTEA NOT NULL,
    next        BIGINT NOT NULL,
    head        BYTEA NOT NULL,
    closed      BIGINT NOT NULL,
    -- Leaves of the last board that it has said it has seen.
    seen        BIGINT NOT NULL,
    -- good, quarantined, revoked.
    standing    TEXT NOT NULL
);

CREATE TABLE batches (
    station  TEXT NOT NULL REFERENCES stations,
    sequence BIGINT NOT NULL,
    kind     TEXT NOT NULL,
    digest   BYTEA NOT NULL,
    header   BYTEA NOT NULL,
    -- None of presence: those are in presence_bodies.
    body     BYTEA,
    receipt  BYTEA NOT NULL,
    PRIMARY KEY (station, sequence)
);

-- The bodies in which links travelled: alone, because they are destroyed together.
CREATE TABLE presence_bodies (
    station  TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    body     BYTEA NOT NULL,
    PRIMARY KEY (station, sequence)
);

CREATE TABLE trackers (
    tracker  BYTEA PRIMARY KEY,
    station  TEXT NOT NULL,
    sequence BIGINT NOT NULL
);

-- What no two ballots of a station may share, 16 bytes each: of the station, and of a nonce or a random
-- point together with the station. Those of a station lie together, so that a batch touches few pages.
CREATE TABLE marks (
    mark BYTEA PRIMARY KEY
);

-- Who appears where: a person at two stations has two rows.
CREATE TABLE presence (
    pseudonym BYTEA NOT NULL,
    station   TEXT NOT NULL,
    sequence  BIGINT NOT NULL,
    -- 2026-09-19T10
    hour      TEXT NOT NULL,
    area      TEXT NOT NULL,
    -- resident, attested, or a city user's reason: work, study, volunteering, domicile.
    admitted  TEXT NOT NULL,
    -- 1 for a paper ballot.
    paper     BIGINT NOT NULL,
    PRIMARY KEY (pseudonym, station)
);

-- Who voted, in the order in which the sequencer numbered them: stations ask for what is new.
CREATE TABLE voted (
    idx       BIGINT PRIMARY KEY,
    pseudonym BYTEA NOT NULL,
    -- in-person, web.
    channel   TEXT NOT NULL
);

CREATE INDEX voted_by_pseudonym ON voted (pseudonym);

-- Leaves and people that were accepted and that the sequencer has not placed yet: 32 bytes each.
CREATE TABLE unplaced (
    -- A station, or what else puts leaves on the board.
    source TEXT COLLATE "C" NOT NULL,
    number BIGINT NOT NULL,
    leaves BYTEA NOT NULL,
    people BYTEA NOT NULL,
    PRIMARY KEY (source, number)
);

-- The last signed checkpoint.
CREATE TABLE board (
    one        BIGINT PRIMARY KEY CHECK (one = 0),
    checkpoint TEXT NOT NULL
);

-- Which process places them, until when (milliseconds since 1970).
CREATE TABLE lease (
    one    BIGINT PRIMARY KEY CHECK (one = 0),
    holder TEXT NOT NULL,
    until  BIGINT NOT NULL
);

CREATE TABLE leaves (
    idx  BIGINT PRIMARY KEY,
    hash BYTEA NOT NULL
);

CREATE INDEX leaves_by_hash ON leaves (hash);

-- Inner nodes and leaf hashes of the board's tree, numbered as tlog_tiles does.
CREATE TABLE nodes (
    idx  BIGINT PRIMARY KEY,
    hash BYTEA NOT NULL
);

-- Batches whose proofs are being checked, by whichever process takes them.
CREATE TABLE inbox (
    -- Of its bytes.
    digest   BYTEA PRIMARY KEY,
    station  TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    bytes    BYTEA NOT NULL,
    -- Milliseconds since 1970.
    arrived  BIGINT NOT NULL,
    taken    BIGINT NOT NULL
) WITH (
    -- What left it makes room for what comes: it is small, however much passes through it.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200,
    toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 200
);

-- What was put aside: kept whole, until the office decides.
CREATE TABLE aside (
    digest   BYTEA PRIMARY KEY,
    station  TEXT NOT NULL,
    -- Of a batch; -1 for an introduction.
    sequence BIGINT NOT NULL,
    -- clone, quarantined, fork, rolled-back; judged for an introduction that a decision refused.
    why      TEXT NOT NULL,
    -- 1 if links travel in it.
    links    BIGINT NOT NULL,
    bytes    BYTEA NOT NULL
);

-- What the office should look at.
CREATE TABLE alarms (
    station  TEXT NOT NULL,
    why      TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    -- When first and last, milliseconds since 1970; how often.
    first    BIGINT NOT NULL,
    last     BIGINT NOT NULL,
    times    BIGINT NOT NULL,
    PRIMARY KEY (station, why, sequence)
);

-- What the office decided, signed by the authority.
CREATE TABLE decisions (
    digest   BYTEA PRIMARY KEY,
    station  TEXT NOT NULL,
    decision BYTEA NOT NULL
);

-- Whom an online station has before it.
CREATE TABLE claims (
    pseudonym BYTEA PRIMARY KEY,
    station   TEXT NOT NULL,
    -- Until when it holds, and when the station asked: milliseconds since 1970.
    until     BIGINT NOT NULL,
    asked     BIGINT NOT NULL,
    -- 1 if the person voted there, until the presence batch tells of it.
    voted     BIGINT NOT NULL
);

CREATE INDEX claims_by_station ON claims (station);

-- The package, after the count.
CREATE TABLE publication (
    one     BIGINT PRIMARY KEY CHECK (one = 0),
    package BYTEA NOT NULL,
    summary TEXT NOT NULL
);
