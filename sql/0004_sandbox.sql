-- The sandbox's outside world: what the institution and the carrier know by themselves. Nothing here refers to
-- our tables, nor ours to these, so that the two can be compared after a crash.

CREATE SCHEMA sandbox;

CREATE TABLE sandbox.payments (
  id           text COLLATE "C" PRIMARY KEY,
  order_id     text COLLATE "C" NOT NULL,
  method       text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  currency     text COLLATE "C" NOT NULL,
  at           bigint NOT NULL,
  status       text COLLATE "C" NOT NULL,
  due_at       bigint
);
CREATE INDEX payments_due ON sandbox.payments (due_at) WHERE due_at IS NOT NULL;

-- INVARIANT: one key, one refund, however often it is asked for.
CREATE TABLE sandbox.refunds (
  key          text COLLATE "C" PRIMARY KEY,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  currency     text COLLATE "C" NOT NULL,
  "to"         text COLLATE "C" NOT NULL,
  at           bigint NOT NULL,
  status       text COLLATE "C" NOT NULL,
  due_at       bigint
);
CREATE INDEX refunds_due ON sandbox.refunds (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE sandbox.labels (
  id              text COLLATE "C" PRIMARY KEY,
  order_id        text COLLATE "C" NOT NULL,
  carrier         text COLLATE "C" NOT NULL,
  tracking_number text COLLATE "C" NOT NULL UNIQUE,
  at              bigint NOT NULL,
  voided_at       bigint
);
