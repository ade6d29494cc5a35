-- Generated from the migrations; not to be edited. What each table is for stands in the migration that made it.

CREATE EXTENSION pg_trgm;

CREATE OR REPLACE FUNCTION public.add_to_ledger_totals()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO ledger_totals
    SELECT pg_backend_pid() % 16, kind_of_account(account), currency, sum(amount_minor) FROM fresh GROUP BY 2, 3 HAVING sum(amount_minor) <> 0 ORDER BY 2, 3
    ON CONFLICT (shard, account, currency) DO UPDATE SET amount_minor = ledger_totals.amount_minor + EXCLUDED.amount_minor;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.count_changed_orders()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO open_totals
    SELECT pg_backend_pid() % 16, marketplace, status, open_kinds, owes, sum(more) FROM (
      SELECT marketplace, status, open_kinds, owes, 1 AS more FROM fresh WHERE queue_at IS NOT NULL OR open_kinds <> 0
      UNION ALL SELECT marketplace, status, open_kinds, owes, -1 FROM stale WHERE queue_at IS NOT NULL OR open_kinds <> 0) AS moved
    GROUP BY 2, 3, 4, 5 HAVING sum(more) <> 0 ORDER BY 2, 3, 4, 5
    ON CONFLICT (shard, marketplace, status, open_kinds, owes) DO UPDATE SET orders = open_totals.orders + EXCLUDED.orders;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.count_placed_orders()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO open_totals
    SELECT pg_backend_pid() % 16, marketplace, status, open_kinds, owes, count(*) FROM fresh WHERE queue_at IS NOT NULL OR open_kinds <> 0
    GROUP BY 2, 3, 4, 5 ORDER BY 2, 3, 4, 5
    ON CONFLICT (shard, marketplace, status, open_kinds, owes) DO UPDATE SET orders = open_totals.orders + EXCLUDED.orders;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.demand_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM fresh GROUP BY bucket, order_id, event_seq, currency HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'the postings of an event sum to zero' USING ERRCODE = 'RS004';
  END IF;
  IF EXISTS (SELECT FROM fresh WHERE NOT EXISTS (
    SELECT FROM events WHERE events.bucket = fresh.bucket AND events.order_id = fresh.order_id AND events.seq = fresh.event_seq)) THEN
    RAISE EXCEPTION 'a posting cites an event' USING ERRCODE = 'RS005';
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.demand_line_freed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.live OR NOT OLD.live OR (OLD.payout_id, OLD.bucket, OLD.order_id, OLD.event_seq, OLD.line, OLD.amount_minor)
     IS DISTINCT FROM (NEW.payout_id, NEW.bucket, NEW.order_id, NEW.event_seq, NEW.line, NEW.amount_minor) THEN
    RAISE EXCEPTION 'a line of a payout stays as it is' USING ERRCODE = 'RS006';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.demand_no_gap()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- Every event but the first has the one before it: with the primary key, that is all it takes.
  IF EXISTS (SELECT FROM fresh WHERE fresh.seq > 1 AND NOT EXISTS (
    SELECT FROM events WHERE events.bucket = fresh.bucket AND events.order_id = fresh.order_id AND events.seq = fresh.seq - 1)) THEN
    RAISE EXCEPTION 'the history of an order has no gaps' USING ERRCODE = 'RS003';
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.demand_payout_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM fresh GROUP BY payout_id, step_seq, currency HAVING sum(amount_minor) <> 0) THEN
    RAISE EXCEPTION 'the postings of a step sum to zero' USING ERRCODE = 'RS004';
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.demand_payout_course()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (OLD.id, OLD.batch_id, OLD.seller_id, OLD.currency, OLD.balance_minor, OLD.fee_minor, OLD.amount_minor)
     IS DISTINCT FROM (NEW.id, NEW.batch_id, NEW.seller_id, NEW.currency, NEW.balance_minor, NEW.fee_minor, NEW.amount_minor) THEN
    RAISE EXCEPTION 'what a payout pays to whom is fixed' USING ERRCODE = 'RS006';
  END IF;
  IF OLD.status <> NEW.status AND NOT (OLD.status || ' ' || NEW.status = ANY (ARRAY[
    'submitting submitted', 'submitting unknown', 'submitting settled', 'submitting failed', 'unknown submitted', 'unknown settled', 'unknown failed',
    'submitted settled', 'submitted failed', 'settled failed'])) THEN
    RAISE EXCEPTION 'a payout that is % does not become %', OLD.status, NEW.status USING ERRCODE = 'RS007';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION public.demand_payout_lines()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM payouts WHERE id IN (SELECT payout_id FROM fresh)
             AND balance_minor <> (SELECT sum(amount_minor) FROM payout_lines WHERE payout_id = payouts.id)) THEN
    RAISE EXCEPTION 'the lines of a payout sum to the balance that it pays' USING ERRCODE = 'RS004';
  END IF;
  -- More than a foreign key could say; postings only grow, so that it stays true.
  IF EXISTS (SELECT FROM fresh JOIN payouts ON payouts.id = fresh.payout_id WHERE NOT EXISTS (
    SELECT FROM postings WHERE postings.bucket = fresh.bucket AND postings.order_id = fresh.order_id AND postings.event_seq = fresh.event_seq AND postings.line = fresh.line
      AND postings.account = 'seller/' || payouts.seller_id AND postings.currency = payouts.currency AND postings.amount_minor = fresh.amount_minor)) THEN
    RAISE EXCEPTION 'a line of a payout is a posting of its seller' USING ERRCODE = 'RS005';
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION public.demand_rows(matched bigint, expected bigint)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF matched <> expected THEN
    RAISE EXCEPTION '% of % orders were at the expected version', matched, expected USING ERRCODE = 'RS001';
  END IF;
  RETURN true;
END $function$;

CREATE OR REPLACE FUNCTION public.kind_of_account(account text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$ SELECT CASE WHEN account LIKE 'platform/%' OR account LIKE 'institution/%' THEN account ELSE concat_ws('/', split_part(account, '/', 1), '*', nullif(split_part(account, '/', 3), '')) END $function$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'RS002';
END $function$;

CREATE TABLE api_keys (
  hash bytea NOT NULL,
  name text NOT NULL,
  scope text NOT NULL,
  at bigint NOT NULL,
  revoked_at bigint,
  CONSTRAINT api_keys_pkey PRIMARY KEY (hash)
);

CREATE TABLE audit (
  id text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  by_role text COLLATE "C" NOT NULL,
  by_id text COLLATE "C" NOT NULL,
  act text COLLATE "C" NOT NULL,
  about text,
  bucket smallint,
  order_id text COLLATE "C",
  status integer,
  CONSTRAINT audit_pkey PRIMARY KEY (id),
  CONSTRAINT audit_check CHECK (((bucket IS NULL) = (order_id IS NULL)))
);
CREATE INDEX audit_by_age ON public.audit USING btree (at DESC, id DESC);
CREATE INDEX audit_of_person ON public.audit USING btree (by_id, at DESC, id DESC);
CREATE TRIGGER audit_only_grows BEFORE DELETE OR TRUNCATE ON public.audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_stays BEFORE UPDATE ON public.audit FOR EACH ROW WHEN (((old.status IS NOT NULL) OR ((((((old.id IS DISTINCT FROM new.id) OR (old.at IS DISTINCT FROM new.at)) OR (old.by_role IS DISTINCT FROM new.by_role)) OR (old.by_id IS DISTINCT FROM new.by_id)) OR (old.act IS DISTINCT FROM new.act)) OR (old.order_id IS DISTINCT FROM new.order_id)))) EXECUTE FUNCTION refuse_change();

CREATE TABLE events (
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  at bigint NOT NULL,
  type text COLLATE "C" NOT NULL,
  by_role text COLLATE "C" NOT NULL,
  by_id text COLLATE "C" NOT NULL,
  because text,
  policy_version integer NOT NULL,
  hash bytea NOT NULL,
  data json NOT NULL,
  CONSTRAINT events_pkey PRIMARY KEY (bucket, order_id, seq),
  CONSTRAINT events_seq_check CHECK ((seq > 0))
);
CREATE INDEX events_extended_together ON public.events USING btree (((data ->> 'batch'::text)), order_id) WHERE ((type = ANY (ARRAY['DeadlineExtended'::text, 'DeadlineExtensionTakenBack'::text])) AND ((data ->> 'batch'::text) IS NOT NULL));
CREATE INDEX events_of_house ON public.events USING btree (at DESC, order_id DESC, seq DESC) WHERE ((by_role = ANY (ARRAY['operator'::text, 'mediator'::text])) AND (type <> 'OrderPlaced'::text));
CREATE INDEX events_of_house_by_person ON public.events USING btree (by_id, at DESC, order_id DESC, seq DESC) WHERE ((by_role = ANY (ARRAY['operator'::text, 'mediator'::text])) AND (type <> 'OrderPlaced'::text));
CREATE TRIGGER events_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_without_gap AFTER INSERT ON public.events REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION demand_no_gap();

CREATE TABLE evidence (
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  uploader_role text COLLATE "C" NOT NULL,
  uploader_id text COLLATE "C" NOT NULL,
  media_type text NOT NULL,
  sha256 bytea NOT NULL,
  size integer NOT NULL,
  at bigint NOT NULL,
  nonce bytea NOT NULL,
  name bytea NOT NULL,
  name_nonce bytea NOT NULL,
  bytes bytea NOT NULL,
  CONSTRAINT evidence_pkey PRIMARY KEY (id)
);
CREATE INDEX evidence_of_uploader ON public.evidence USING btree (uploader_role, uploader_id, at, id);

CREATE TABLE evidence_alike (
  evidence_id text COLLATE "C" NOT NULL,
  other_id text COLLATE "C" NOT NULL,
  CONSTRAINT evidence_alike_pkey PRIMARY KEY (evidence_id, other_id)
);

CREATE TABLE evidence_prints (
  evidence_id text COLLATE "C" NOT NULL,
  uploader_role text COLLATE "C" NOT NULL,
  uploader_id text COLLATE "C" NOT NULL,
  part_0 integer NOT NULL,
  part_1 integer NOT NULL,
  part_2 integer NOT NULL,
  part_3 integer NOT NULL,
  CONSTRAINT evidence_prints_pkey PRIMARY KEY (evidence_id)
);
CREATE INDEX evidence_prints_0 ON public.evidence_prints USING btree (part_0);
CREATE INDEX evidence_prints_1 ON public.evidence_prints USING btree (part_1);
CREATE INDEX evidence_prints_2 ON public.evidence_prints USING btree (part_2);
CREATE INDEX evidence_prints_3 ON public.evidence_prints USING btree (part_3);
CREATE INDEX evidence_prints_of ON public.evidence_prints USING btree (uploader_role, uploader_id);

CREATE TABLE evidence_uses (
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  evidence_id text COLLATE "C" NOT NULL,
  CONSTRAINT evidence_uses_pkey PRIMARY KEY (bucket, order_id, evidence_id)
);
CREATE INDEX evidence_uses_of_file ON public.evidence_uses USING btree (evidence_id);

CREATE TABLE extension_batches (
  batch text COLLATE "C" NOT NULL,
  by_id text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  made_at bigint NOT NULL,
  CONSTRAINT extension_batches_pkey PRIMARY KEY (batch)
);
CREATE INDEX extension_batches_by_age ON public.extension_batches USING btree (made_at DESC, batch);

CREATE TABLE guest_withdrawals (
  id_hash bytea NOT NULL,
  at bigint NOT NULL,
  confirm_before bigint NOT NULL,
  confirmed_at bigint,
  outcome text,
  order_id text COLLATE "C",
  person text COLLATE "C" NOT NULL,
  nonce bytea NOT NULL,
  ciphertext bytea NOT NULL,
  CONSTRAINT guest_withdrawals_pkey PRIMARY KEY (id_hash)
);
CREATE INDEX guest_withdrawals_unconfirmed ON public.guest_withdrawals USING btree (confirm_before) WHERE (confirmed_at IS NULL);
CREATE INDEX guest_withdrawals_unsettled ON public.guest_withdrawals USING btree (confirmed_at) WHERE ((confirmed_at IS NOT NULL) AND (outcome IS NULL));

CREATE TABLE holds (
  bucket smallint NOT NULL,
  id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  reviewer text COLLATE "C",
  held_at bigint NOT NULL,
  review_by bigint,
  open boolean NOT NULL,
  CONSTRAINT holds_pkey PRIMARY KEY (bucket, id)
);
CREATE INDEX holds_open ON public.holds USING btree (held_at, id) WHERE open;

CREATE TABLE idempotency (
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  caller text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  body_hash bytea NOT NULL,
  first_seq integer NOT NULL,
  last_seq integer NOT NULL,
  at bigint NOT NULL,
  made_at bigint NOT NULL,
  CONSTRAINT idempotency_pkey PRIMARY KEY (bucket, order_id, caller, key)
);
CREATE INDEX idempotency_by_age ON public.idempotency USING brin (made_at);

CREATE TABLE institution_references (
  institution text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  reference text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT institution_references_pkey PRIMARY KEY (institution, kind, key)
);
CREATE INDEX institution_references_by_reference ON public.institution_references USING btree (institution, kind, reference);

CREATE TABLE laws (
  name text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  at bigint NOT NULL,
  body json NOT NULL,
  CONSTRAINT laws_pkey PRIMARY KEY (name, version),
  CONSTRAINT laws_version_check CHECK ((version > 0))
);

CREATE TABLE ledger_totals (
  shard smallint NOT NULL,
  account text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  CONSTRAINT ledger_totals_pkey PRIMARY KEY (shard, account, currency)
) WITH (fillfactor=50);

CREATE TABLE mail_queue (
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  told_seq integer NOT NULL,
  latest_seq integer NOT NULL,
  due_at bigint NOT NULL,
  leased_until bigint,
  epoch integer NOT NULL DEFAULT 0,
  CONSTRAINT mail_queue_pkey PRIMARY KEY (bucket, order_id),
  CONSTRAINT mail_queue_check CHECK ((told_seq < latest_seq))
);
CREATE INDEX mail_queue_due ON public.mail_queue USING btree (due_at);

CREATE TABLE mail_switch (
  one boolean NOT NULL DEFAULT true,
  since bigint NOT NULL,
  CONSTRAINT mail_switch_pkey PRIMARY KEY (one),
  CONSTRAINT mail_switch_one_check CHECK (one)
);

CREATE TABLE mail_wishes (
  person text COLLATE "C" NOT NULL,
  optional boolean NOT NULL,
  language text COLLATE "C",
  CONSTRAINT mail_wishes_pkey PRIMARY KEY (person),
  CONSTRAINT mail_wishes_language_check CHECK ((language = ANY (ARRAY['en'::text, 'zh'::text, 'ru'::text])))
);

CREATE TABLE mails (
  id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  order_id text COLLATE "C",
  seq integer,
  notice text COLLATE "C",
  nonce bytea,
  ciphertext bytea,
  required boolean NOT NULL,
  status text COLLATE "C" NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  due_at bigint,
  leased_until bigint,
  answer text,
  made_at bigint NOT NULL,
  ended_at bigint,
  CONSTRAINT mails_pkey PRIMARY KEY (id),
  CONSTRAINT mails_check CHECK (((order_id IS NULL) = (seq IS NULL))),
  CONSTRAINT mails_check1 CHECK (((status = 'waiting'::text) = (due_at IS NOT NULL))),
  CONSTRAINT mails_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'sent'::text, 'refused'::text, 'givenUp'::text, 'notSent'::text, 'kept'::text])))
);
CREATE INDEX mails_due ON public.mails USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX mails_made ON public.mails USING btree (made_at DESC, id DESC);
CREATE INDEX mails_of_person ON public.mails USING btree (person, made_at DESC, id DESC);

CREATE TABLE migrations (
  number integer NOT NULL,
  name text NOT NULL,
  sha256 text NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT migrations_pkey PRIMARY KEY (number)
);

CREATE TABLE notices (
  sender text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  type text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT notices_pkey PRIMARY KEY (sender, id)
);

CREATE TABLE open_totals (
  shard smallint NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  open_kinds integer NOT NULL,
  owes text[] COLLATE "C" NOT NULL,
  orders bigint NOT NULL,
  CONSTRAINT open_totals_pkey PRIMARY KEY (shard, marketplace, status, open_kinds, owes)
) WITH (fillfactor=50);

CREATE TABLE order_words (
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  words text NOT NULL,
  CONSTRAINT order_words_pkey PRIMARY KEY (bucket, order_id)
);
CREATE INDEX order_words_trigrams ON public.order_words USING gin (words gin_trgm_ops);

CREATE TABLE orders (
  bucket smallint NOT NULL,
  id text COLLATE "C" NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  buyer_id text COLLATE "C" NOT NULL,
  seller_id text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  status text COLLATE "C" NOT NULL,
  open_kinds integer NOT NULL,
  owes text[] COLLATE "C" NOT NULL,
  due_at bigint,
  queue_at bigint,
  total_minor bigint NOT NULL,
  paid_minor bigint NOT NULL,
  escrow_minor bigint NOT NULL,
  held_minor bigint NOT NULL,
  placed_at bigint NOT NULL,
  hidden boolean NOT NULL,
  body_hash bytea NOT NULL,
  last_hash bytea NOT NULL,
  state json NOT NULL,
  CONSTRAINT orders_bucket_marketplace_external_id_key UNIQUE (bucket, marketplace, external_id),
  CONSTRAINT orders_pkey PRIMARY KEY (bucket, id),
  CONSTRAINT orders_bucket_check CHECK (((bucket >= 0) AND (bucket <= 4095))),
  CONSTRAINT orders_escrow_minor_check CHECK ((escrow_minor >= 0)),
  CONSTRAINT orders_held_minor_check CHECK ((held_minor >= 0)),
  CONSTRAINT orders_paid_minor_check CHECK ((paid_minor >= 0)),
  CONSTRAINT orders_total_minor_check CHECK ((total_minor >= 0)),
  CONSTRAINT orders_version_check CHECK ((version > 0))
) WITH (fillfactor=60, toast_tuple_target=8160);
CREATE INDEX orders_by_age ON public.orders USING btree (placed_at DESC, id DESC);
CREATE INDEX orders_by_status ON public.orders USING btree (marketplace, status, placed_at DESC, id DESC);
CREATE INDEX orders_due ON public.orders USING btree (due_at, id) WHERE (due_at IS NOT NULL);
CREATE INDEX orders_of_buyer ON public.orders USING btree (buyer_id, placed_at DESC, id DESC);
CREATE INDEX orders_of_seller ON public.orders USING btree (seller_id, placed_at DESC, id DESC);
CREATE INDEX orders_queue ON public.orders USING btree (queue_at, id) WHERE (queue_at IS NOT NULL);
CREATE INDEX orders_unpaid ON public.orders USING btree (marketplace, buyer_id) WHERE (status = 'awaitingPayment'::text);
CREATE INDEX orders_with_open ON public.orders USING btree (placed_at DESC, id DESC) WHERE (open_kinds <> 0);
CREATE TRIGGER orders_changed_are_counted AFTER UPDATE ON public.orders REFERENCING OLD TABLE AS stale NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_changed_orders();
CREATE TRIGGER orders_placed_are_counted AFTER INSERT ON public.orders REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION count_placed_orders();

CREATE TABLE outbox (
  bucket smallint NOT NULL,
  id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  kind text COLLATE "C" NOT NULL,
  due_at bigint NOT NULL,
  state text COLLATE "C" NOT NULL DEFAULT 'waiting'::text,
  attempts integer NOT NULL DEFAULT 0,
  epoch integer NOT NULL DEFAULT 0,
  leased_until bigint,
  body json NOT NULL,
  CONSTRAINT outbox_pkey PRIMARY KEY (bucket, id),
  CONSTRAINT outbox_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'leased'::text, 'done'::text])))
);
CREATE INDEX outbox_due ON public.outbox USING btree (due_at, id) WHERE (state <> 'done'::text);

CREATE TABLE payments (
  bucket smallint NOT NULL,
  id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  method text COLLATE "C" NOT NULL,
  captured_minor bigint NOT NULL,
  refunding_minor bigint NOT NULL,
  refunded_minor bigint NOT NULL,
  CONSTRAINT payments_pkey PRIMARY KEY (bucket, id),
  CONSTRAINT payments_captured_minor_check CHECK ((captured_minor >= 0)),
  CONSTRAINT payments_give_back_at_most_what_they_brought CHECK (((refunding_minor + refunded_minor) <= captured_minor)),
  CONSTRAINT payments_refunded_minor_check CHECK ((refunded_minor >= 0)),
  CONSTRAINT payments_refunding_minor_check CHECK ((refunding_minor >= 0))
);

CREATE TABLE payout_accounts (
  institution text COLLATE "C" NOT NULL,
  seller_id text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  account text NOT NULL,
  at bigint NOT NULL,
  by text NOT NULL,
  CONSTRAINT payout_accounts_pkey PRIMARY KEY (institution, seller_id, seq),
  CONSTRAINT payout_accounts_account_check CHECK ((account <> ''::text))
);

CREATE TABLE payout_batches (
  id text COLLATE "C" NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  by text NOT NULL,
  slot_at bigint,
  terms json NOT NULL,
  ended_at bigint,
  leased_until bigint,
  CONSTRAINT payout_batches_marketplace_slot_at_key UNIQUE (marketplace, slot_at),
  CONSTRAINT payout_batches_pkey PRIMARY KEY (id)
);
CREATE INDEX payout_batches_open ON public.payout_batches USING btree (at) WHERE (ended_at IS NULL);

CREATE TABLE payout_lines (
  payout_id text COLLATE "C" NOT NULL,
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  event_seq integer NOT NULL,
  line smallint NOT NULL,
  amount_minor bigint NOT NULL,
  live boolean NOT NULL DEFAULT true,
  CONSTRAINT payout_lines_pkey PRIMARY KEY (payout_id, bucket, order_id, event_seq, line),
  CONSTRAINT payout_lines_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payouts(id)
);
CREATE UNIQUE INDEX payout_lines_once ON public.payout_lines USING btree (bucket, order_id, event_seq, line) WHERE live;
CREATE TRIGGER payout_lines_freed BEFORE UPDATE ON public.payout_lines FOR EACH ROW EXECUTE FUNCTION demand_line_freed();
CREATE TRIGGER payout_lines_stay BEFORE DELETE OR TRUNCATE ON public.payout_lines FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payout_lines_sum AFTER INSERT ON public.payout_lines REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION demand_payout_lines();

CREATE TABLE payout_postings (
  payout_id text COLLATE "C" NOT NULL,
  step_seq integer NOT NULL,
  line smallint NOT NULL,
  part text COLLATE "C" NOT NULL,
  account text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  currency text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT payout_postings_pkey PRIMARY KEY (payout_id, step_seq, line),
  CONSTRAINT payout_postings_payout_id_step_seq_fkey FOREIGN KEY (payout_id, step_seq) REFERENCES payout_steps(payout_id, seq),
  CONSTRAINT payout_postings_line_check CHECK ((line >= 0)),
  CONSTRAINT payout_postings_part_check CHECK ((part = ANY (ARRAY['payout'::text, 'fee'::text])))
);
CREATE INDEX payout_postings_of_account ON public.payout_postings USING btree (account, currency);
CREATE TRIGGER payout_postings_are_added_up AFTER INSERT ON public.payout_postings REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION add_to_ledger_totals();
CREATE TRIGGER payout_postings_balance AFTER INSERT ON public.payout_postings REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION demand_payout_balance();
CREATE TRIGGER payout_postings_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payout_postings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE payout_steps (
  payout_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  at bigint NOT NULL,
  type text COLLATE "C" NOT NULL,
  by text NOT NULL,
  reason text,
  CONSTRAINT payout_steps_pkey PRIMARY KEY (payout_id, seq),
  CONSTRAINT payout_steps_payout_id_fkey FOREIGN KEY (payout_id) REFERENCES payouts(id),
  CONSTRAINT payout_steps_seq_check CHECK ((seq > 0))
);
CREATE TRIGGER payout_steps_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.payout_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE payouts (
  id text COLLATE "C" NOT NULL,
  batch_id text COLLATE "C" NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  seller_id text COLLATE "C" NOT NULL,
  currency text COLLATE "C" NOT NULL,
  balance_minor bigint NOT NULL,
  fee_minor bigint NOT NULL,
  amount_minor bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  at bigint NOT NULL,
  submitted_at bigint,
  unknown_at bigint,
  decide_by bigint,
  settled_at bigint,
  failed_at bigint,
  failed_because text,
  reference text,
  due_at bigint,
  attempts integer NOT NULL DEFAULT 0,
  leased_until bigint,
  CONSTRAINT payouts_batch_id_seller_id_currency_key UNIQUE (batch_id, seller_id, currency),
  CONSTRAINT payouts_pkey PRIMARY KEY (id),
  CONSTRAINT payouts_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES payout_batches(id),
  CONSTRAINT payouts_amount_minor_check CHECK ((amount_minor > 0)),
  CONSTRAINT payouts_check CHECK (((status = 'unknown'::text) = (decide_by IS NOT NULL))),
  CONSTRAINT payouts_check1 CHECK (((status = 'failed'::text) = (failed_at IS NOT NULL))),
  CONSTRAINT payouts_check2 CHECK (((status <> ALL (ARRAY['settled'::text, 'failed'::text])) OR (due_at IS NULL))),
  CONSTRAINT payouts_fee_and_amount_are_the_balance CHECK ((balance_minor = (fee_minor + amount_minor))),
  CONSTRAINT payouts_fee_minor_check CHECK ((fee_minor >= 0)),
  CONSTRAINT payouts_status_check CHECK ((status = ANY (ARRAY['submitting'::text, 'submitted'::text, 'unknown'::text, 'settled'::text, 'failed'::text]))),
  CONSTRAINT payouts_version_check CHECK ((version > 0))
);
CREATE INDEX payouts_by_status ON public.payouts USING btree (status, id DESC);
CREATE INDEX payouts_due ON public.payouts USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX payouts_of_seller ON public.payouts USING btree (seller_id, id DESC);
CREATE TRIGGER payouts_course BEFORE UPDATE ON public.payouts FOR EACH ROW EXECUTE FUNCTION demand_payout_course();
CREATE TRIGGER payouts_stay BEFORE DELETE OR TRUNCATE ON public.payouts FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE people (
  id text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  person_id text COLLATE "C" NOT NULL,
  made_by text COLLATE "C" NOT NULL,
  marketplace text COLLATE "C",
  name text NOT NULL,
  email text COLLATE "C" NOT NULL,
  email_verified boolean NOT NULL,
  image text,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  CONSTRAINT people_email_key UNIQUE (email),
  CONSTRAINT people_role_person_id_key UNIQUE (role, person_id),
  CONSTRAINT people_pkey PRIMARY KEY (id),
  CONSTRAINT people_check CHECK (((made_by <> 'self'::text) OR (role = 'buyer'::text))),
  CONSTRAINT people_made_by_check CHECK ((made_by = ANY (ARRAY['self'::text, 'operator'::text, 'oidc'::text, 'demo'::text]))),
  CONSTRAINT people_role_check CHECK ((role = ANY (ARRAY['buyer'::text, 'seller'::text, 'mediator'::text, 'operator'::text])))
);

CREATE TABLE person_keys (
  person text COLLATE "C" NOT NULL,
  key bytea,
  erased_at bigint,
  CONSTRAINT person_keys_pkey PRIMARY KEY (person)
);

CREATE TABLE policies (
  name text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  at bigint NOT NULL,
  body json NOT NULL,
  CONSTRAINT policies_pkey PRIMARY KEY (name, version),
  CONSTRAINT policies_version_check CHECK ((version > 0))
);

CREATE TABLE policy_proofs (
  name text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  core text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  proof json NOT NULL,
  CONSTRAINT policy_proofs_pkey PRIMARY KEY (name, version)
);

CREATE TABLE policy_proposals (
  name text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  body json NOT NULL,
  status text NOT NULL DEFAULT 'awaitingConfirmation'::text,
  proposed_by text NOT NULL,
  proposed_at bigint NOT NULL,
  decided_by text,
  decided_at bigint,
  CONSTRAINT policy_proposals_pkey PRIMARY KEY (name, version),
  CONSTRAINT policy_proposals_check CHECK (((status = 'awaitingConfirmation'::text) = (decided_by IS NULL))),
  CONSTRAINT policy_proposals_check1 CHECK (((decided_by IS NULL) = (decided_at IS NULL))),
  CONSTRAINT policy_proposals_check2 CHECK (((status <> 'published'::text) OR (decided_by <> proposed_by))),
  CONSTRAINT policy_proposals_status_check CHECK ((status = ANY (ARRAY['awaitingConfirmation'::text, 'published'::text, 'rejected'::text]))),
  CONSTRAINT policy_proposals_version_check CHECK ((version > 0))
);
CREATE UNIQUE INDEX policy_proposals_open ON public.policy_proposals USING btree (name) WHERE (status = 'awaitingConfirmation'::text);

CREATE TABLE postings (
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  event_seq integer NOT NULL,
  line smallint NOT NULL,
  account text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  currency text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT postings_pkey PRIMARY KEY (bucket, order_id, event_seq, line),
  CONSTRAINT postings_line_check CHECK ((line >= 0))
);
CREATE INDEX postings_of_sellers ON public.postings USING btree (account, currency) WHERE (account ~~ 'seller/%'::text);
CREATE TRIGGER postings_are_added_up AFTER INSERT ON public.postings REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION add_to_ledger_totals();
CREATE TRIGGER postings_balance AFTER INSERT ON public.postings REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION demand_balance();
CREATE TRIGGER postings_only_grow BEFORE DELETE OR UPDATE OR TRUNCATE ON public.postings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE refunds (
  bucket smallint NOT NULL,
  id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  payment_id text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  currency text COLLATE "C" NOT NULL,
  status text COLLATE "C" NOT NULL,
  promised_by bigint,
  reference text COLLATE "C",
  CONSTRAINT refunds_pkey PRIMARY KEY (bucket, id),
  CONSTRAINT refunds_amount_minor_check CHECK ((amount_minor > 0))
);

CREATE TABLE risk_marks (
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  buyer_id text COLLATE "C" NOT NULL,
  seller_id text COLLATE "C" NOT NULL,
  placed_at bigint NOT NULL,
  refunded integer NOT NULL,
  empty_boxes integer NOT NULL,
  claims_withdrawn integer NOT NULL,
  lost_by_buyer integer NOT NULL,
  lost_by_seller integer NOT NULL,
  buyer_points integer NOT NULL,
  CONSTRAINT risk_marks_pkey PRIMARY KEY (bucket, order_id)
);
CREATE INDEX risk_marks_of_buyer ON public.risk_marks USING btree (buyer_id, placed_at DESC);
CREATE INDEX risk_marks_of_seller ON public.risk_marks USING btree (seller_id, placed_at DESC);

CREATE TABLE sanctions (
  bucket smallint NOT NULL,
  id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  seller_id text COLLATE "C" NOT NULL,
  points integer NOT NULL,
  status text COLLATE "C" NOT NULL,
  CONSTRAINT sanctions_pkey PRIMARY KEY (bucket, id)
);
CREATE INDEX sanctions_of_seller ON public.sanctions USING btree (marketplace, seller_id);

CREATE TABLE saved_views (
  id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL,
  place integer NOT NULL,
  name text NOT NULL,
  search json NOT NULL,
  at bigint NOT NULL,
  CONSTRAINT saved_views_person_place_key UNIQUE (person, place),
  CONSTRAINT saved_views_pkey PRIMARY KEY (id),
  CONSTRAINT saved_views_place_check CHECK (((place >= 1) AND (place <= 30)))
);

CREATE TABLE sessions (
  id text COLLATE "C" NOT NULL,
  token text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  proven_at bigint NOT NULL,
  expires_at bigint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  ip_address text,
  user_agent text,
  CONSTRAINT sessions_token_key UNIQUE (token),
  CONSTRAINT sessions_pkey PRIMARY KEY (id),
  CONSTRAINT sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX sessions_by_end ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_of_person ON public.sessions USING btree (user_id);

CREATE TABLE settings (
  name text COLLATE "C" NOT NULL,
  value json NOT NULL,
  CONSTRAINT settings_pkey PRIMARY KEY (name)
);

CREATE TABLE shipments (
  bucket smallint NOT NULL,
  return_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  gateway text COLLATE "C" NOT NULL,
  shipment_id text COLLATE "C" NOT NULL,
  made_at bigint NOT NULL,
  tracker_id text COLLATE "C",
  tracking_number text COLLATE "C",
  bought_at bigint,
  refund text COLLATE "C",
  refund_tries integer NOT NULL DEFAULT 0,
  voided_at bigint,
  ask_at bigint,
  leased_until bigint,
  CONSTRAINT shipments_pkey PRIMARY KEY (bucket, return_id),
  CONSTRAINT shipments_check CHECK (((bought_at IS NULL) = (tracking_number IS NULL))),
  CONSTRAINT shipments_refund_check CHECK ((refund = ANY (ARRAY['submitted'::text, 'refunded'::text, 'rejected'::text, 'notApplicable'::text])))
);
CREATE INDEX shipments_by_shipment ON public.shipments USING btree (gateway, shipment_id);
CREATE INDEX shipments_by_tracker ON public.shipments USING btree (gateway, tracker_id) WHERE (tracker_id IS NOT NULL);
CREATE INDEX shipments_to_ask ON public.shipments USING btree (ask_at) WHERE (ask_at IS NOT NULL);

CREATE TABLE sign_in_tries (
  id text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  count integer NOT NULL,
  last_request bigint NOT NULL,
  CONSTRAINT sign_in_tries_key_key UNIQUE (key),
  CONSTRAINT sign_in_tries_pkey PRIMARY KEY (id)
);

CREATE TABLE sign_ins (
  id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  provider_id text COLLATE "C" NOT NULL,
  account_id text COLLATE "C" NOT NULL,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at bigint,
  refresh_token_expires_at bigint,
  scope text,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  CONSTRAINT sign_ins_provider_id_account_id_key UNIQUE (provider_id, account_id),
  CONSTRAINT sign_ins_pkey PRIMARY KEY (id),
  CONSTRAINT sign_ins_user_id_fkey FOREIGN KEY (user_id) REFERENCES people(id) ON DELETE CASCADE
);
CREATE INDEX sign_ins_of_person ON public.sign_ins USING btree (user_id);

CREATE TABLE tracking_numbers (
  carrier text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  CONSTRAINT tracking_numbers_pkey PRIMARY KEY (carrier, number)
);

CREATE TABLE vault (
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  commitment bytea NOT NULL,
  person text COLLATE "C" NOT NULL,
  salt bytea NOT NULL,
  nonce bytea NOT NULL,
  ciphertext bytea NOT NULL,
  CONSTRAINT vault_pkey PRIMARY KEY (bucket, order_id, commitment)
);

CREATE TABLE verifications (
  id text COLLATE "C" NOT NULL,
  identifier text COLLATE "C" NOT NULL,
  value text NOT NULL,
  expires_at bigint NOT NULL,
  created_at bigint NOT NULL,
  updated_at bigint NOT NULL,
  CONSTRAINT verifications_pkey PRIMARY KEY (id)
);
CREATE INDEX verifications_by_end ON public.verifications USING btree (expires_at);
CREATE INDEX verifications_by_identifier ON public.verifications USING btree (identifier);

CREATE TABLE webhook_deliveries (
  webhook_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  bucket smallint NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL,
  type text NOT NULL,
  attempts integer NOT NULL,
  status text NOT NULL,
  answer integer,
  error text,
  took_ms integer NOT NULL,
  tried_at bigint NOT NULL,
  CONSTRAINT webhook_deliveries_pkey PRIMARY KEY (webhook_id, id),
  CONSTRAINT webhook_deliveries_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE,
  CONSTRAINT webhook_deliveries_status_check CHECK ((status = ANY (ARRAY['delivered'::text, 'waiting'::text, 'givenUp'::text])))
);
CREATE INDEX webhook_deliveries_tried ON public.webhook_deliveries USING btree (webhook_id, tried_at DESC, id DESC);

CREATE TABLE webhook_queue (
  bucket smallint NOT NULL,
  webhook_id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  sent_seq integer NOT NULL,
  latest_seq integer NOT NULL,
  due_at bigint,
  attempts integer NOT NULL DEFAULT 0,
  leased_until bigint,
  epoch integer NOT NULL DEFAULT 0,
  CONSTRAINT webhook_queue_pkey PRIMARY KEY (bucket, webhook_id, order_id),
  CONSTRAINT webhook_queue_webhook_id_fkey FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE,
  CONSTRAINT webhook_queue_check CHECK ((sent_seq <= latest_seq))
);
CREATE INDEX webhook_queue_due ON public.webhook_queue USING btree (due_at) WHERE (due_at IS NOT NULL);
CREATE INDEX webhook_queue_of ON public.webhook_queue USING btree (webhook_id);

CREATE TABLE webhooks (
  id text COLLATE "C" NOT NULL,
  url text NOT NULL,
  description text NOT NULL,
  secret text NOT NULL,
  marketplace text COLLATE "C",
  types text[],
  made_at bigint NOT NULL,
  failing_since bigint,
  paused_at bigint,
  paused_because text,
  CONSTRAINT webhooks_pkey PRIMARY KEY (id)
);

CREATE TABLE sandbox.chargebacks (
  reference text COLLATE "C" NOT NULL,
  payment_id text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  at bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  CONSTRAINT chargebacks_pkey PRIMARY KEY (reference),
  CONSTRAINT chargebacks_amount_minor_check CHECK ((amount_minor > 0))
);
CREATE INDEX chargebacks_payment ON sandbox.chargebacks USING btree (payment_id, at);

CREATE TABLE sandbox.labels (
  id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  carrier text COLLATE "C" NOT NULL,
  tracking_number text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  voided_at bigint,
  CONSTRAINT labels_tracking_number_key UNIQUE (tracking_number),
  CONSTRAINT labels_pkey PRIMARY KEY (id)
);

CREATE TABLE sandbox.payments (
  id text COLLATE "C" NOT NULL,
  order_id text COLLATE "C" NOT NULL,
  method text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  currency text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  due_at bigint,
  CONSTRAINT payments_pkey PRIMARY KEY (id),
  CONSTRAINT payments_amount_minor_check CHECK ((amount_minor >= 0))
);
CREATE INDEX payments_due ON sandbox.payments USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE TABLE sandbox.payouts (
  key text COLLATE "C" NOT NULL,
  seller_id text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  currency text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  due_at bigint,
  CONSTRAINT payouts_pkey PRIMARY KEY (key),
  CONSTRAINT payouts_amount_minor_check CHECK ((amount_minor > 0))
);
CREATE INDEX sandbox_payouts_due ON sandbox.payouts USING btree (due_at) WHERE (due_at IS NOT NULL);

CREATE TABLE sandbox.refunds (
  key text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  currency text COLLATE "C" NOT NULL,
  "to" text COLLATE "C" NOT NULL,
  at bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  due_at bigint,
  CONSTRAINT refunds_pkey PRIMARY KEY (key),
  CONSTRAINT refunds_amount_minor_check CHECK ((amount_minor > 0))
);
CREATE INDEX refunds_due ON sandbox.refunds USING btree (due_at) WHERE (due_at IS NOT NULL);
