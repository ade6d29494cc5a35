-- Payouts: what leaves for a seller's bank, which postings it is made of, and the journal of it. It belongs to no order and
-- therefore carries no bucket. Times are the engine's clock but for `leased_until`, amounts integer minor units.

-- A run over all sellers of a marketplace. One that stopped half-way (`ended_at` null) is taken up again.
CREATE TABLE payout_batches (
  id           text COLLATE "C" PRIMARY KEY,
  marketplace  text COLLATE "C" NOT NULL,
  at           bigint NOT NULL,
  by           text NOT NULL,
  slot_at      bigint,                   -- the time of the schedule that it stands for; null where somebody started it
  terms        json NOT NULL,            -- fee and least amount, as they were when it began
  ended_at     bigint,
  leased_until bigint,
  -- INVARIANT: one batch for each time of the schedule, however many processes there are.
  UNIQUE (marketplace, slot_at)
);
CREATE INDEX payout_batches_open ON payout_batches (at) WHERE ended_at IS NULL;

-- `id` is the key under which the institution knows it, the same at every attempt.
CREATE TABLE payouts (
  id             text COLLATE "C" PRIMARY KEY,
  batch_id       text COLLATE "C" NOT NULL REFERENCES payout_batches (id),
  marketplace    text COLLATE "C" NOT NULL,
  seller_id      text COLLATE "C" NOT NULL,
  currency       text COLLATE "C" NOT NULL,
  balance_minor  bigint NOT NULL,
  fee_minor      bigint NOT NULL CHECK (fee_minor >= 0),
  amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
  status         text COLLATE "C" NOT NULL CHECK (status IN ('submitting', 'submitted', 'unknown', 'settled', 'failed')),
  version        integer NOT NULL CHECK (version > 0),    -- the number of its steps
  at             bigint NOT NULL,
  submitted_at   bigint,
  unknown_at     bigint,
  decide_by      bigint,                                  -- until when an operator owes its outcome
  settled_at     bigint,
  failed_at      bigint,
  failed_because text,
  reference      text,
  due_at         bigint,                                  -- when it is sent or asked about next
  attempts       integer NOT NULL DEFAULT 0,
  leased_until   bigint,
  CONSTRAINT payouts_fee_and_amount_are_the_balance CHECK (balance_minor = fee_minor + amount_minor),
  CHECK ((status = 'unknown') = (decide_by IS NOT NULL)),
  CHECK ((status = 'failed') = (failed_at IS NOT NULL)),
  CHECK (status NOT IN ('settled', 'failed') OR due_at IS NULL),
  UNIQUE (batch_id, seller_id, currency)
);
CREATE INDEX payouts_due ON payouts (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX payouts_of_seller ON payouts (seller_id, id DESC);
CREATE INDEX payouts_by_status ON payouts (status, id DESC);

CREATE TABLE payout_steps (
  payout_id text COLLATE "C" NOT NULL REFERENCES payouts (id),
  seq       integer NOT NULL CHECK (seq > 0),
  at        bigint NOT NULL,
  type      text COLLATE "C" NOT NULL,
  by        text NOT NULL,
  reason    text,
  PRIMARY KEY (payout_id, seq)
);

-- The postings of orders that a payout is made of. `live` is false once it has failed: then another may cover them.
CREATE TABLE payout_lines (
  payout_id    text COLLATE "C" NOT NULL REFERENCES payouts (id),
  bucket       smallint NOT NULL,
  order_id     text COLLATE "C" NOT NULL,
  event_seq    integer NOT NULL,
  line         smallint NOT NULL,
  amount_minor bigint NOT NULL,
  live         boolean NOT NULL DEFAULT true,
  PRIMARY KEY (payout_id, bucket, order_id, event_seq, line)
);
-- INVARIANT: no posting is paid out twice.
CREATE UNIQUE INDEX payout_lines_once ON payout_lines (bucket, order_id, event_seq, line) WHERE live;

-- INVARIANT: the postings of one step sum to zero.
CREATE TABLE payout_postings (
  payout_id    text COLLATE "C" NOT NULL,
  step_seq     integer NOT NULL,
  line         smallint NOT NULL CHECK (line >= 0),
  part         text COLLATE "C" NOT NULL CHECK (part IN ('payout', 'fee')),
  account      text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  currency     text COLLATE "C" NOT NULL,
  at           bigint NOT NULL,
  PRIMARY KEY (payout_id, step_seq, line),
  FOREIGN KEY (payout_id, step_seq) REFERENCES payout_steps (payout_id, seq)
);
CREATE INDEX payout_postings_of_account ON payout_postings (account, currency);

-- What sellers are owed, without reading every posting of every order.
CREATE INDEX postings_of_sellers ON postings (account, currency) WHERE account LIKE 'seller/%';

CREATE TRIGGER payout_steps_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payout_postings_only_grow BEFORE UPDATE OR DELETE OR TRUNCATE ON payout_postings
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payouts_stay BEFORE DELETE OR TRUNCATE ON payouts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payout_lines_stay BEFORE DELETE OR TRUNCATE ON payout_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION demand_payout_course() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.id, OLD.batch_id, OLD.seller_id, OLD.currency, OLD.balance_minor, OLD.fee_minor, OLD.amount_minor)
     IS DISTINCT FROM (NEW.id, NEW.batch_id, NEW.seller_id, NEW.currency, NEW.balance_minor, NEW.fee_minor, NEW.amount_minor) THEN
    RAISE EXCEPTION 'what a payout pays to whom is fixed' USING ERRCODE = 'RS006';
  END IF;
  IF OLD.status <> NEW.status AND NOT (OLD.status || ' ' || NEW.status = ANY (ARRAY[
    'submitting submitted', 'submitting unknown', 'submitting settled', 'submitting failed', 'unknown submitted', 'unknown settled', 'unknown failed',
    'submitted settled', 'submitted failed', 'settled failed'])) THEN
    RAISE EXCEPTION 'a payout that is % does not become %', OLD.status, NEW.status USING ERRCODE = 'RS007';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payouts_course BEFORE UPDATE ON payouts FOR EACH ROW EXECUTE FUNCTION demand_payout_course();

-- A line is given free once, with the failure of its payout, and nothing else of it changes.
CREATE FUNCTION demand_line_freed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.live OR NOT OLD.live OR (OLD.payout_id, OLD.bucket, OLD.order_id, OLD.event_seq, OLD.line, OLD.amount_minor)
     IS DISTINCT FROM (NEW.payout_id, NEW.bucket, NEW.order_id, NEW.event_seq, NEW.line, NEW.amount_minor) THEN
    RAISE EXCEPTION 'a line of a payout stays as it is' USING ERRCODE = 'RS006';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payout_lines_freed BEFORE UPDATE ON payout_lines FOR EACH ROW EXECUTE FUNCTION demand_line_freed();

CREATE FUNCTION demand_payout_lines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM payouts WHERE id IN (SELECT payout_id FROM fresh)
             AND balance_minor <> (SELECT sum(amount_minor) FROM payout_lines WHERE payout_id = payouts.id)) THEN
    RAISE EXCEPTION 'the lines of a payout sum to the balance that it pays' USING ERRCODE = 'RS004';
  END IF;
  -- More than a foreign key could say; postings only grow, so that it stays true.
  IF EXISTS (SELECT FROM fresh JOIN payouts ON payouts.id = fresh.payout_id WHERE NOT EXISTS (
    SELECT FROM postings WHERE postings.bucket = fresh.bucket AND postings.order_id = fresh.order_id AND postings.event_seq = fresh.event_seq AND postings.line = fresh.line
      AND postings.account = 'seller/' || payouts.seller_id AND postings.currency = payouts.currency AND postings.amount_minor = fresh.amount_minor)) THEN
    RAISE EXCEPTION 'a line of a payout is a posting of its seller' USING ERRCODE = 'RS005';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER payout_lines_sum AFTER INSERT ON payout_lines REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION demand_payout_lines();

CREATE FUNCTION demand_payout_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM fresh GROUP BY payout_id, step_seq, currency HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'the postings of a step sum to zero' USING ERRCODE = 'RS004';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER payout_postings_balance AFTER INSERT ON payout_postings REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION demand_payout_balance();

-- INVARIANT: one key, one payout, however often it is asked for. The sandbox's own record, as for refunds.
CREATE TABLE sandbox.payouts (
  key          text COLLATE "C" PRIMARY KEY,
  seller_id    text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency     text COLLATE "C" NOT NULL,
  at           bigint NOT NULL,
  status       text COLLATE "C" NOT NULL,
  due_at       bigint
);
CREATE INDEX sandbox_payouts_due ON sandbox.payouts (due_at) WHERE due_at IS NOT NULL;
