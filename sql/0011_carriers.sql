-- Labels that were bought of a carrier: what the carrier calls them, when it is asked next where the parcel is or whether the
-- price of a voided one comes back. All times are the real clock's: the carrier's world does not follow the sandbox's.

-- INVARIANT: one shipment for each return; its id is kept before anything is bought, and only that one is ever bought.
CREATE TABLE shipments (
  bucket          smallint NOT NULL,
  return_id       text COLLATE "C" NOT NULL,
  order_id        text COLLATE "C" NOT NULL,
  gateway         text COLLATE "C" NOT NULL,
  shipment_id     text COLLATE "C" NOT NULL,
  made_at         bigint NOT NULL,
  tracker_id      text COLLATE "C",
  tracking_number text COLLATE "C",
  bought_at       bigint,
  refund          text COLLATE "C" CHECK (refund IN ('submitted', 'refunded', 'rejected', 'notApplicable')),
  refund_tries    integer NOT NULL DEFAULT 0,
  voided_at       bigint,
  ask_at          bigint,
  leased_until    bigint,
  PRIMARY KEY (bucket, return_id),
  CHECK ((bought_at IS NULL) = (tracking_number IS NULL))
);
CREATE INDEX shipments_to_ask ON shipments (ask_at) WHERE ask_at IS NOT NULL;
CREATE INDEX shipments_by_shipment ON shipments (gateway, shipment_id);
CREATE INDEX shipments_by_tracker ON shipments (gateway, tracker_id) WHERE tracker_id IS NOT NULL;
