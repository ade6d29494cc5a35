-- What the accounts of each kind hold in the whole house: kept by every write to the journal, so that reading it does not grow with it. The
-- house's and the institutions' accounts stand by their whole names, those of orders and people together (`escrow/*`, `buyer/*/card`).
-- A connection adds to rows of its own (`shard`), as in open_totals; only sums mean anything.
CREATE TABLE ledger_totals (
  shard        smallint NOT NULL,
  account      text COLLATE "C" NOT NULL,
  currency     text COLLATE "C" NOT NULL,
  amount_minor bigint NOT NULL,
  PRIMARY KEY (shard, account, currency)
) WITH (fillfactor = 50);

CREATE FUNCTION kind_of_account(account text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT CASE WHEN account LIKE 'platform/%' OR account LIKE 'institution/%' THEN account ELSE concat_ws('/', split_part(account, '/', 1), '*', nullif(split_part(account, '/', 3), '')) END $$;

INSERT INTO ledger_totals
  SELECT 0, kind_of_account(account), currency, sum(amount_minor)
  FROM (SELECT account, currency, amount_minor FROM postings UNION ALL SELECT account, currency, amount_minor FROM payout_postings) AS journal GROUP BY 2, 3;

-- INVARIANT: the sums over all shards are what adding up the journal gives.
CREATE FUNCTION add_to_ledger_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO ledger_totals
    SELECT pg_backend_pid() % 16, kind_of_account(account), currency, sum(amount_minor) FROM fresh GROUP BY 2, 3 HAVING sum(amount_minor) <> 0 ORDER BY 2, 3
    ON CONFLICT (shard, account, currency) DO UPDATE SET amount_minor = ledger_totals.amount_minor + EXCLUDED.amount_minor;
  RETURN NULL;
END $$;
CREATE TRIGGER postings_are_added_up AFTER INSERT ON postings REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION add_to_ledger_totals();
CREATE TRIGGER payout_postings_are_added_up AFTER INSERT ON payout_postings REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION add_to_ledger_totals();
