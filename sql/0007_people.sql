-- People who sign in to the pages: who they are, their sessions, their ways to sign in. The shape is better-auth's, the names are ours.
-- Times are the real clock. Names and e-mails stand in plain text, since people are found by them: erasing a person deletes their rows.

CREATE TABLE people (
  id             text COLLATE "C" PRIMARY KEY,
  role           text COLLATE "C" NOT NULL CHECK (role IN ('buyer', 'seller', 'mediator', 'operator')),
  person_id      text COLLATE "C" NOT NULL,         -- whom the orders mean by that role
  made_by        text COLLATE "C" NOT NULL CHECK (made_by IN ('self', 'operator', 'oidc', 'demo')),
  marketplace    text COLLATE "C",
  name           text NOT NULL,
  email          text COLLATE "C" NOT NULL UNIQUE,  -- in lower case; ends with .invalid where there is none
  email_verified boolean NOT NULL,
  image          text,
  created_at     bigint NOT NULL,
  updated_at     bigint NOT NULL,
  UNIQUE (role, person_id),
  -- Nobody makes themselves a member of the house.
  CHECK (made_by <> 'self' OR role = 'buyer')
);

CREATE TABLE sessions (
  id         text COLLATE "C" PRIMARY KEY,
  token      text COLLATE "C" NOT NULL UNIQUE,
  user_id    text COLLATE "C" NOT NULL REFERENCES people ON DELETE CASCADE,
  proven_at  bigint NOT NULL,                       -- when the person last showed who they are: what writing needs
  expires_at bigint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,                       -- when it was last seen, to the minute
  ip_address text,
  user_agent text
);
CREATE INDEX sessions_of_person ON sessions (user_id);
CREATE INDEX sessions_by_end ON sessions (expires_at);

-- A password (hashed) or the marketplace's own sign-in.
CREATE TABLE sign_ins (
  id                       text COLLATE "C" PRIMARY KEY,
  user_id                  text COLLATE "C" NOT NULL REFERENCES people ON DELETE CASCADE,
  provider_id              text COLLATE "C" NOT NULL,
  account_id               text COLLATE "C" NOT NULL,
  password                 text,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  bigint,
  refresh_token_expires_at bigint,
  scope                    text,
  created_at               bigint NOT NULL,
  updated_at               bigint NOT NULL,
  UNIQUE (provider_id, account_id)
);
CREATE INDEX sign_ins_of_person ON sign_ins (user_id);

-- What is good once: links to set a password, the state of a sign-in that is under way. The identifier is a hash.
CREATE TABLE verifications (
  id         text COLLATE "C" PRIMARY KEY,
  identifier text COLLATE "C" NOT NULL,
  value      text NOT NULL,
  expires_at bigint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL
);
CREATE INDEX verifications_by_identifier ON verifications (identifier);
CREATE INDEX verifications_by_end ON verifications (expires_at);

-- How often an address tried to sign in lately, for all processes together.
CREATE TABLE sign_in_tries (
  id           text COLLATE "C" PRIMARY KEY,
  key          text COLLATE "C" NOT NULL UNIQUE,
  count        integer NOT NULL,
  last_request bigint NOT NULL
);
