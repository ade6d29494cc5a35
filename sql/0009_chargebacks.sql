-- What the sandbox's banks know of the chargebacks that they opened: the outside truth, as for refunds.
CREATE TABLE sandbox.chargebacks (
  reference    text COLLATE "C" PRIMARY KEY,
  payment_id   text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  at           bigint NOT NULL,
  status       text COLLATE "C" NOT NULL
);
CREATE INDEX chargebacks_payment ON sandbox.chargebacks (payment_id, at);
