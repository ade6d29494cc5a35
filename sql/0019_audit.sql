-- Who of the house did what, besides commands to orders (whose events say it): an act is written before it is done, and the status of its
-- answer after. An act without one was under way when its server ended, or its outcome could not be written. Times are the engine's clock.
CREATE TABLE audit (
  id       text COLLATE "C" PRIMARY KEY,
  at       bigint NOT NULL,
  by_role  text COLLATE "C" NOT NULL,
  by_id    text COLLATE "C" NOT NULL,
  act      text COLLATE "C" NOT NULL,        -- the method and the route: POST /v1/policies/{name}/versions/{version}/confirm
  about    text,                             -- ids of what it was done to: never words, names or secrets
  bucket   smallint,                         -- of the order
  order_id text COLLATE "C",
  status   integer,
  CHECK ((bucket IS NULL) = (order_id IS NULL))
);
CREATE INDEX audit_by_age ON audit (at DESC, id DESC);
CREATE INDEX audit_of_person ON audit (by_id, at DESC, id DESC);

-- INVARIANT: what was done stays written; an act gets its outcome once.
CREATE TRIGGER audit_only_grows BEFORE DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit FOR EACH ROW
  WHEN (OLD.status IS NOT NULL OR (OLD.id, OLD.at, OLD.by_role, OLD.by_id, OLD.act, OLD.order_id) IS DISTINCT FROM (NEW.id, NEW.at, NEW.by_role, NEW.by_id, NEW.act, NEW.order_id))
  EXECUTE FUNCTION refuse_change();

-- What the house did to orders. Placing them is the shop's key, and would be nearly everything.
CREATE INDEX events_of_house ON events (at DESC, order_id DESC, seq DESC)
  WHERE by_role IN ('operator', 'mediator') AND type <> 'OrderPlaced';
CREATE INDEX events_of_house_by_person ON events (by_id, at DESC, order_id DESC, seq DESC)
  WHERE by_role IN ('operator', 'mediator') AND type <> 'OrderPlaced';
