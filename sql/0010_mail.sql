-- Mail: which orders have something to be told, each mail with what became of it, and what people wish of optional ones.
-- No address and no word of anybody stands here in the open: only who is meant. All times are the real clock's.

-- One row while mail goes out from here (or is kept, in a sandbox); none where nobody would ever send what waits.
CREATE TABLE mail_switch (
  one   boolean PRIMARY KEY DEFAULT true CHECK (one),
  since bigint NOT NULL
);

-- An order of which not every event has been looked at. Written in the transaction of the events, gone when all have been.
CREATE TABLE mail_queue (
  bucket       smallint NOT NULL,
  order_id     text COLLATE "C" NOT NULL,
  told_seq     integer NOT NULL,
  latest_seq   integer NOT NULL,
  due_at       bigint NOT NULL,
  leased_until bigint,
  epoch        integer NOT NULL DEFAULT 0,
  PRIMARY KEY (bucket, order_id),
  CHECK (told_seq < latest_seq)
);
CREATE INDEX mail_queue_due ON mail_queue (due_at);

-- INVARIANT: one mail for each order, event, person and kind: the id is made from them, and is the Message-ID.
CREATE TABLE mails (
  id           text COLLATE "C" PRIMARY KEY,
  kind         text COLLATE "C" NOT NULL,
  person       text COLLATE "C" NOT NULL,  -- role/id
  order_id     text COLLATE "C",           -- of an order's event
  seq          integer,
  notice       text COLLATE "C",           -- of a withdrawal without an account: the hash of its id
  nonce        bytea,                      -- of a letter: its token and address under its person's key; emptied once it has ended
  ciphertext   bytea,
  required     boolean NOT NULL,
  status       text COLLATE "C" NOT NULL CHECK (status IN ('waiting', 'sent', 'refused', 'givenUp', 'notSent', 'kept')),
  attempts     integer NOT NULL DEFAULT 0,
  due_at       bigint,
  leased_until bigint,
  answer       text,                       -- the last answer of the mail server, or why nothing was sent
  made_at      bigint NOT NULL,
  ended_at     bigint,
  CHECK ((order_id IS NULL) = (seq IS NULL)),
  CHECK ((status = 'waiting') = (due_at IS NOT NULL))
);
CREATE INDEX mails_due ON mails (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX mails_made ON mails (made_at DESC, id DESC);

-- What somebody wishes: no optional mail, another language than their orders'.
CREATE TABLE mail_wishes (
  person   text COLLATE "C" PRIMARY KEY,
  optional boolean NOT NULL,
  language text COLLATE "C" CHECK (language IN ('en', 'zh', 'ru'))
);
