-- The law over the policies, and what a guest says who withdraws from a contract.

-- Every version of every law that ever lay over an order; an order keeps the version it was placed under.
CREATE TABLE laws (
  name    text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  at      bigint NOT NULL,
  body    json NOT NULL,
  PRIMARY KEY (name, version)
);
