-- Where a seller's money leaves for at an institution: every word about it is kept, the last one counts for payouts that are not made yet.
-- Which account a payout went to stands beside it among the institution's references. Times are the engine's clock.
CREATE TABLE payout_accounts (
  institution text COLLATE "C" NOT NULL,
  seller_id   text COLLATE "C" NOT NULL,
  seq         bigint GENERATED ALWAYS AS IDENTITY,
  account     text NOT NULL CHECK (account <> ''),
  at          bigint NOT NULL,
  by          text NOT NULL,             -- the operator who said so
  PRIMARY KEY (institution, seller_id, seq)
);
