-- Versions that operators put forward, and the proofs of versions.

-- A version that somebody proposed here: proven, and then published or rejected by a person. Its number is never used again.
CREATE TABLE policy_proposals (
  name        text COLLATE "C" NOT NULL,
  version     integer NOT NULL CHECK (version > 0),
  body        json NOT NULL,
  status      text NOT NULL DEFAULT 'awaitingConfirmation' CHECK (status IN ('awaitingConfirmation', 'published', 'rejected')),
  proposed_by text NOT NULL,
  proposed_at bigint NOT NULL,
  decided_by  text,
  decided_at  bigint,
  PRIMARY KEY (name, version),
  CHECK ((status = 'awaitingConfirmation') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  -- Four eyes: nobody publishes alone.
  CHECK (status <> 'published' OR decided_by <> proposed_by)
);
-- One at a time of each policy: the next is compared with what runs when it is proposed.
CREATE UNIQUE INDEX policy_proposals_open ON policy_proposals (name) WHERE status = 'awaitingConfirmation';

-- What the checker said of a version, under the rules of the core that is named by a hash: another core may find something else.
CREATE TABLE policy_proofs (
  name    text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  core    text COLLATE "C" NOT NULL,
  at      bigint NOT NULL,
  proof   json NOT NULL,
  PRIMARY KEY (name, version)
);
