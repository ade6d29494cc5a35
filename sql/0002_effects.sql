-- What must leave the house, and who has asked for what already.

-- An accepted command's answer, found again by its key. `at` is the engine's clock, `made_at` the real one:
-- keys are kept for thirty real days.
CREATE TABLE idempotency (
  bucket    smallint NOT NULL,
  order_id  text COLLATE "C" NOT NULL,
  caller    text COLLATE "C" NOT NULL,
  key       text COLLATE "C" NOT NULL,
  body_hash bytea NOT NULL,
  first_seq integer NOT NULL,
  last_seq  integer NOT NULL,
  at        bigint NOT NULL,
  made_at   bigint NOT NULL,
  PRIMARY KEY (bucket, order_id, caller, key)
);
CREATE INDEX idempotency_by_age ON idempotency USING brin (made_at);

-- Effects, written in the transaction of the command that wants them. `due_at` is the engine's clock,
-- `leased_until` the real one. `epoch` counts leases: who comes back with an old one changes nothing.
CREATE TABLE outbox (
  bucket       smallint NOT NULL,
  id           text COLLATE "C" NOT NULL,
  order_id     text COLLATE "C" NOT NULL,
  seq          integer NOT NULL,
  kind         text COLLATE "C" NOT NULL,
  due_at       bigint NOT NULL,
  state        text COLLATE "C" NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'leased', 'done')),
  attempts     integer NOT NULL DEFAULT 0,
  epoch        integer NOT NULL DEFAULT 0,
  leased_until bigint,
  body         json NOT NULL,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state <> 'done';
