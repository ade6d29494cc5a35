-- Orders, what happened to them, and where their money stands. Every row of an order leads with the order's
-- bucket (a hash of 0..4095), so that the same tables can be spread over many machines by that column alone.
-- Times are UTC epoch milliseconds, money integer minor units. No rule of any marketplace stands here.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The latest state of each order. `state` is opaque to the database; the columns beside it are copies that
-- reads and constraints need. Full of updates: half of each page stays free, so that a new version finds its
-- place beside the old one, and rows stay in their page uncompressed.
CREATE TABLE orders (
  bucket       smallint NOT NULL CHECK (bucket BETWEEN 0 AND 4095),
  id           text COLLATE "C" NOT NULL,
  marketplace  text COLLATE "C" NOT NULL,
  external_id  text COLLATE "C" NOT NULL,
  buyer_id     text COLLATE "C" NOT NULL,
  seller_id    text COLLATE "C" NOT NULL,
  currency     text COLLATE "C" NOT NULL,
  version      integer NOT NULL CHECK (version > 0),
  status       text COLLATE "C" NOT NULL,
  open_kinds   integer NOT NULL,                    -- bits: 1 cancellation, 2 return, 4 claim, 8 refund, 16 reversal
  owes         text[] COLLATE "C" NOT NULL,         -- the roles whose turn it is
  due_at       bigint,                              -- a cache of when time alone does something next
  queue_at     bigint,                              -- the place in people's queues: the earliest deadline; graver claims before all others
  total_minor  bigint NOT NULL CHECK (total_minor >= 0),
  paid_minor   bigint NOT NULL CHECK (paid_minor >= 0),
  escrow_minor bigint NOT NULL CHECK (escrow_minor >= 0),
  held_minor   bigint NOT NULL CHECK (held_minor >= 0),
  placed_at    bigint NOT NULL,
  hidden       boolean NOT NULL,                    -- the buyer deleted it from the list; nothing else changes
  body_hash    bytea NOT NULL,                      -- of the body that placed it
  last_hash    bytea NOT NULL,                      -- of the newest event: where the chain goes on
  state        json NOT NULL,
  PRIMARY KEY (bucket, id),
  UNIQUE (bucket, marketplace, external_id)
) WITH (fillfactor = 60, toast_tuple_target = 8160);

CREATE INDEX orders_due ON orders (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX orders_queue ON orders (queue_at, id) WHERE queue_at IS NOT NULL;
CREATE INDEX orders_of_buyer ON orders (buyer_id, placed_at DESC, id DESC);
CREATE INDEX orders_of_seller ON orders (seller_id, placed_at DESC, id DESC);
CREATE INDEX orders_by_status ON orders (marketplace, status, placed_at DESC, id DESC);
CREATE INDEX orders_by_age ON orders (placed_at DESC, id DESC);
CREATE INDEX orders_with_open ON orders (placed_at DESC, id DESC) WHERE open_kinds <> 0;
CREATE INDEX orders_unpaid ON orders (marketplace, buyer_id) WHERE status = 'awaitingPayment';

-- What a person may type to find an order, in lower case. Written once, with the order.
CREATE TABLE order_words (
  bucket   smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  words    text NOT NULL,
  PRIMARY KEY (bucket, order_id)
);
CREATE INDEX order_words_trigrams ON order_words USING gin (words gin_trgm_ops);

-- INVARIANT: the history of an order only grows; its seq has no gaps.
CREATE TABLE events (
  bucket         smallint NOT NULL,
  order_id       text COLLATE "C" NOT NULL,
  seq            integer NOT NULL CHECK (seq > 0),
  at             bigint NOT NULL,
  type           text COLLATE "C" NOT NULL,
  by_role        text COLLATE "C" NOT NULL,
  by_id          text COLLATE "C" NOT NULL,
  because        text,
  policy_version integer NOT NULL,
  hash           bytea NOT NULL,
  data           json NOT NULL,
  PRIMARY KEY (bucket, order_id, seq)
);

-- INVARIANT: the postings of one event sum to zero in each currency.
CREATE TABLE postings (
  bucket       smallint NOT NULL,
  order_id     text COLLATE "C" NOT NULL,
  event_seq    integer NOT NULL,
  line         smallint NOT NULL CHECK (line >= 0),
  account      text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  currency     text COLLATE "C" NOT NULL,
  at           bigint NOT NULL,
  PRIMARY KEY (bucket, order_id, event_seq, line)
);

-- INVARIANT: no payment gives back more than it brought.
CREATE TABLE payments (
  bucket          smallint NOT NULL,
  id              text COLLATE "C" NOT NULL,
  order_id        text COLLATE "C" NOT NULL,
  method          text COLLATE "C" NOT NULL,
  captured_minor  bigint NOT NULL CHECK (captured_minor >= 0),
  refunding_minor bigint NOT NULL CHECK (refunding_minor >= 0),
  refunded_minor  bigint NOT NULL CHECK (refunded_minor >= 0),
  PRIMARY KEY (bucket, id),
  CONSTRAINT payments_give_back_at_most_what_they_brought CHECK (refunding_minor + refunded_minor <= captured_minor)
);

CREATE TABLE refunds (
  bucket       smallint NOT NULL,
  id           text COLLATE "C" NOT NULL,
  order_id     text COLLATE "C" NOT NULL,
  payment_id   text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency     text COLLATE "C" NOT NULL,
  status       text COLLATE "C" NOT NULL,
  promised_by  bigint,
  reference    text COLLATE "C",                    -- the institution's own
  PRIMARY KEY (bucket, id)
);

-- Points against a seller. Written under the order that earned them; a seller's points are a sum, never a row.
CREATE TABLE sanctions (
  bucket      smallint NOT NULL,
  id          text COLLATE "C" NOT NULL,
  order_id    text COLLATE "C" NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  seller_id   text COLLATE "C" NOT NULL,
  points      integer NOT NULL,
  status      text COLLATE "C" NOT NULL,            -- 'active' counts, anything else does not
  PRIMARY KEY (bucket, id)
);
CREATE INDEX sanctions_of_seller ON sanctions (marketplace, seller_id);

-- One number, one parcel, over all orders: the only table that is not spread by bucket (by number instead).
CREATE TABLE tracking_numbers (
  carrier  text COLLATE "C" NOT NULL,
  number   text COLLATE "C" NOT NULL,
  bucket   smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (carrier, number)
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'RS002';
END $$;
CREATE TRIGGER events_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER postings_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON postings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION demand_no_gap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Every event but the first has the one before it: with the primary key, that is all it takes.
  IF EXISTS (SELECT FROM fresh WHERE fresh.seq > 1 AND NOT EXISTS (
    SELECT FROM events WHERE events.bucket = fresh.bucket AND events.order_id = fresh.order_id AND events.seq = fresh.seq - 1)) THEN
    RAISE EXCEPTION 'the history of an order has no gaps' USING ERRCODE = 'RS003';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER events_without_gap AFTER INSERT ON events REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION demand_no_gap();

CREATE FUNCTION demand_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM fresh GROUP BY bucket, order_id, event_seq, currency HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'the postings of an event sum to zero' USING ERRCODE = 'RS004';
  END IF;
  IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (
    SELECT FROM events WHERE events.bucket = fresh.bucket AND events.order_id = fresh.order_id AND events.seq = fresh.event_seq)) THEN
    RAISE EXCEPTION 'a posting cites an event' USING ERRCODE = 'RS005';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER postings_balance AFTER INSERT ON postings REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION demand_balance();

-- The version guard of a whole group: fewer rows than expected means that somebody else was faster.
CREATE FUNCTION demand_rows(matched bigint, expected bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF matched <> expected THEN
    RAISE EXCEPTION '% of % orders were at the expected version', matched, expected USING ERRCODE = 'RS001';
  END IF;
  RETURN true;
END $$;
