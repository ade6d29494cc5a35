-- Personal words, kept apart from the history so that they can be forgotten; evidence; keys of the API.

-- One key for each person. Erasing a person destroys the key: the words are gone, the history still verifies.
CREATE TABLE person_keys (
  person    text COLLATE "C" PRIMARY KEY,
  key       bytea,
  erased_at bigint
);

-- Words sealed with their person's key (AES-256-GCM). The history holds only the salted commitment.
CREATE TABLE vault (
  bucket     smallint NOT NULL,
  order_id   text COLLATE "C" NOT NULL,
  commitment bytea NOT NULL,
  person     text COLLATE "C" NOT NULL,
  salt       bytea NOT NULL,
  nonce      bytea NOT NULL,
  ciphertext bytea NOT NULL,
  PRIMARY KEY (bucket, order_id, commitment)
);

-- Files of a person, sealed with the same key. They belong to the uploader, not to an order.
CREATE TABLE evidence (
  id            text COLLATE "C" PRIMARY KEY,
  person        text COLLATE "C" NOT NULL,
  uploader_role text COLLATE "C" NOT NULL,
  uploader_id   text COLLATE "C" NOT NULL,
  media_type    text NOT NULL,
  sha256        bytea NOT NULL,
  size          integer NOT NULL,
  at            bigint NOT NULL,
  nonce         bytea NOT NULL,
  name          bytea NOT NULL,
  name_nonce    bytea NOT NULL,
  bytes         bytea NOT NULL
);
ALTER TABLE evidence ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE evidence_uses (
  bucket      smallint NOT NULL,
  order_id    text COLLATE "C" NOT NULL,
  evidence_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (bucket, order_id, evidence_id)
);
CREATE INDEX evidence_uses_of_file ON evidence_uses (evidence_id);

-- Only the hash of a key is kept.
CREATE TABLE api_keys (
  hash       bytea PRIMARY KEY,
  name       text NOT NULL,
  scope      text NOT NULL,
  at         bigint NOT NULL,
  revoked_at bigint
);

-- Single values: the sandbox's clock, the secret that signs tokens.
CREATE TABLE settings (
  name  text COLLATE "C" PRIMARY KEY,
  value json NOT NULL
);

-- Every published version of every policy; an order keeps the version it was placed under.
CREATE TABLE policies (
  name    text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  at      bigint NOT NULL,
  body    json NOT NULL,
  PRIMARY KEY (name, version)
);
