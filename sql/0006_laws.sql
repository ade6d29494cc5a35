-- The law over the policies, and what a guest says who withdraws from a contract.

-- Every version of every law that ever lay over an order; an order keeps the version it was placed under.
CREATE TABLE laws (
  name    text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  at      bigint NOT NULL,
  body    json NOT NULL,
  PRIMARY KEY (name, version)
);

-- Notices of withdrawal that came without an account (L2). Whoever has the id may read and confirm; only its hash is kept.
-- Whether a notice belongs to an order is not looked at before it is confirmed, and is told to nobody who cannot sign in.
CREATE TABLE guest_withdrawals (
  id_hash        bytea PRIMARY KEY,
  at             bigint NOT NULL,
  confirm_before bigint NOT NULL,
  confirmed_at   bigint,
  outcome        text,                              -- what came of it: 'withdrawn', 'noOrder', or why it was refused
  order_id       text COLLATE "C",
  person         text COLLATE "C" NOT NULL,         -- whose key seals the words: the notice's own, and once it is matched the buyer's
  nonce          bytea NOT NULL,
  ciphertext     bytea NOT NULL
);
CREATE INDEX guest_withdrawals_unsettled ON guest_withdrawals (confirmed_at) WHERE confirmed_at IS NOT NULL AND outcome IS NULL;
CREATE INDEX guest_withdrawals_unconfirmed ON guest_withdrawals (confirm_before) WHERE confirmed_at IS NULL;
