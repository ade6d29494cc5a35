-- Webhooks: who is told of orders' events, how far each has been told of each order, and how it went.
-- A queue row is written in the transaction of the events; an order's events go out in their order, one after the other.

CREATE TABLE webhooks (
  id            text COLLATE "C" PRIMARY KEY,
  url           text NOT NULL,
  description   text NOT NULL,
  secret        text NOT NULL,
  marketplace   text COLLATE "C",
  types         text[],
  made_at       bigint NOT NULL,
  failing_since bigint,
  paused_at     bigint,
  paused_because text
);

CREATE TABLE webhook_queue (
  bucket       smallint NOT NULL,
  webhook_id   text COLLATE "C" NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  order_id     text COLLATE "C" NOT NULL,
  sent_seq     integer NOT NULL,
  latest_seq   integer NOT NULL,
  due_at       bigint,
  attempts     integer NOT NULL DEFAULT 0,
  leased_until bigint,
  epoch        integer NOT NULL DEFAULT 0,
  PRIMARY KEY (bucket, webhook_id, order_id),
  CHECK (sent_seq <= latest_seq)
);
CREATE INDEX webhook_queue_due ON webhook_queue (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX webhook_queue_of ON webhook_queue (webhook_id);

-- INVARIANT: one delivery for each webhook, order and event, however often it was tried.
CREATE TABLE webhook_deliveries (
  webhook_id  text COLLATE "C" NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
  id          text COLLATE "C" NOT NULL,
  bucket      smallint NOT NULL,
  order_id    text COLLATE "C" NOT NULL,
  seq         integer NOT NULL,
  type        text NOT NULL,
  attempts    integer NOT NULL,
  status      text NOT NULL CHECK (status IN ('delivered', 'waiting', 'givenUp')),
  answer      integer,
  error       text,
  took_ms     integer NOT NULL,
  tried_at    bigint NOT NULL,
  PRIMARY KEY (webhook_id, id)
);
CREATE INDEX webhook_deliveries_tried ON webhook_deliveries (webhook_id, tried_at DESC, id DESC);
