-- What was extended together is found again by its name. Only facts that carry one stand in the index: nothing else pays for it.
CREATE INDEX events_extended_together ON events ((data->>'batch'), order_id)
  WHERE type IN ('DeadlineExtended', 'DeadlineExtensionTakenBack') AND data->>'batch' IS NOT NULL;

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
