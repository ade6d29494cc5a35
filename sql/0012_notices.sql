-- What institutions and carriers told us of themselves, and what they call our things. Both are kept for good: they are
-- what tells a message that came before from a new one, and a refund that may have left from one that has not.

-- A message whose commands were recorded or refused, in the same transaction. `at` is the engine's clock.
CREATE TABLE notices (
  sender text COLLATE "C" NOT NULL,
  id     text COLLATE "C" NOT NULL,
  type   text COLLATE "C" NOT NULL,
  at     bigint NOT NULL,
  PRIMARY KEY (sender, id)
);

-- What an institution calls something of ours, by what it is: a payment, its capture, a refund, or that a refund may have been
-- sent (then the reference is the payment's). INVARIANT: the first word stands; a row is never changed.
CREATE TABLE institution_references (
  institution text COLLATE "C" NOT NULL,
  kind        text COLLATE "C" NOT NULL,
  key         text COLLATE "C" NOT NULL,
  reference   text COLLATE "C" NOT NULL,
  at          bigint NOT NULL,
  PRIMARY KEY (institution, kind, key)
);
CREATE INDEX institution_references_by_reference ON institution_references (institution, kind, reference);
