-- What was extended together is found again by its name. Only facts that carry one stand in the index: nothing else pays for it.
CREATE INDEX events_extended_together ON events ((data->>'batch'), order_id)
  WHERE type IN ('DeadlineExtended', 'DeadlineExtensionTakenBack') AND data->>'batch' IS NOT NULL;

-- The batches by when they were begun. `made_at` is the real clock, for a sandbox's stands still and would leave their order to chance.
CREATE TABLE extension_batches (
  batch   text COLLATE "C" PRIMARY KEY,
  by_id   text COLLATE "C" NOT NULL,
  at      bigint NOT NULL,
  made_at bigint NOT NULL
);
CREATE INDEX extension_batches_by_age ON extension_batches (made_at DESC, batch);

-- Searches that people keep under a name, at most thirty each. `person` is role/id, `search` as the list of orders takes it; `at` is the real clock.
CREATE TABLE saved_views (
  id     text COLLATE "C" PRIMARY KEY,
  person text COLLATE "C" NOT NULL,
  place  integer NOT NULL CHECK (place BETWEEN 1 AND 30),
  name   text NOT NULL,
  search json NOT NULL,
  at     bigint NOT NULL,
  -- INVARIANT: nobody keeps more views than there are places.
  UNIQUE (person, place)
);

-- How many orders are open in the whole house, by what the overview asks for: kept by every write, so that reading it does not grow with
-- the orders. A connection adds to rows of its own (`shard`), so that groups that run at once do not wait for each other; only sums mean anything.
CREATE TABLE open_totals (
  shard       smallint NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  status      text COLLATE "C" NOT NULL,
  open_kinds  integer NOT NULL,
  owes        text[] COLLATE "C" NOT NULL,
  orders      bigint NOT NULL,
  PRIMARY KEY (shard, marketplace, status, open_kinds, owes)
) WITH (fillfactor = 50);

INSERT INTO open_totals SELECT 0, marketplace, status, open_kinds, owes, count(*) FROM orders WHERE queue_at IS NOT NULL OR open_kinds <> 0 GROUP BY 2, 3, 4, 5;

-- INVARIANT: the sums over all shards are what counting the open orders gives.
CREATE FUNCTION count_placed_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO open_totals
    SELECT pg_backend_pid() % 16, marketplace, status, open_kinds, owes, count(*) FROM fresh WHERE queue_at IS NOT NULL OR open_kinds <> 0
    GROUP BY 2, 3, 4, 5 ORDER BY 2, 3, 4, 5
    ON CONFLICT (shard, marketplace, status, open_kinds, owes) DO UPDATE SET orders = open_totals.orders + EXCLUDED.orders;
  RETURN NULL;
END $$;
CREATE FUNCTION count_changed_orders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO open_totals
    SELECT pg_backend_pid() % 16, marketplace, status, open_kinds, owes, sum(more) FROM (
      SELECT marketplace, status, open_kinds, owes, 1 AS more FROM fresh WHERE queue_at IS NOT NULL OR open_kinds <> 0
      UNION ALL SELECT marketplace, status, open_kinds, owes, -1 FROM stale WHERE queue_at IS NOT NULL OR open_kinds <> 0) AS moved
    GROUP BY 2, 3, 4, 5 HAVING sum(more) <> 0 ORDER BY 2, 3, 4, 5
    ON CONFLICT (shard, marketplace, status, open_kinds, owes) DO UPDATE SET orders = open_totals.orders + EXCLUDED.orders;
  RETURN NULL;
END $$;
CREATE TRIGGER orders_placed_are_counted AFTER INSERT ON orders REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION count_placed_orders();
CREATE TRIGGER orders_changed_are_counted AFTER UPDATE ON orders REFERENCING OLD TABLE AS stale NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION count_changed_orders();
