-- What is counted of people over their orders, and which pictures look alike.

-- One row for each order on which something counts against its buyer or its seller; most orders have none.
CREATE TABLE risk_marks (
  bucket           smallint NOT NULL,
  order_id         text COLLATE "C" NOT NULL,
  marketplace      text COLLATE "C" NOT NULL,
  buyer_id         text COLLATE "C" NOT NULL,
  seller_id        text COLLATE "C" NOT NULL,
  placed_at        bigint NOT NULL,
  refunded         integer NOT NULL,                -- 1 where money of the order went back
  empty_boxes      integer NOT NULL,
  claims_withdrawn integer NOT NULL,
  lost_by_buyer    integer NOT NULL,
  lost_by_seller   integer NOT NULL,
  buyer_points     integer NOT NULL,
  PRIMARY KEY (bucket, order_id)
);
CREATE INDEX risk_marks_of_buyer ON risk_marks (buyer_id, placed_at DESC);
CREATE INDEX risk_marks_of_seller ON risk_marks (seller_id, placed_at DESC);

-- A picture's perceptual hash, 64 bits in four parts of 16: pictures that differ in at most three bits share a part.
CREATE TABLE evidence_prints (
  evidence_id   text COLLATE "C" PRIMARY KEY,
  uploader_role text COLLATE "C" NOT NULL,
  uploader_id   text COLLATE "C" NOT NULL,
  part_0        integer NOT NULL,
  part_1        integer NOT NULL,
  part_2        integer NOT NULL,
  part_3        integer NOT NULL
);
CREATE INDEX evidence_prints_0 ON evidence_prints (part_0);
CREATE INDEX evidence_prints_1 ON evidence_prints (part_1);
CREATE INDEX evidence_prints_2 ON evidence_prints (part_2);
CREATE INDEX evidence_prints_3 ON evidence_prints (part_3);
CREATE INDEX evidence_prints_of ON evidence_prints (uploader_role, uploader_id);

-- Which earlier pictures a new one looks like.
CREATE TABLE evidence_alike (
  evidence_id text COLLATE "C" NOT NULL,
  other_id    text COLLATE "C" NOT NULL,
  PRIMARY KEY (evidence_id, other_id)
);

-- Held refunds, the one whose time ends first in front.
CREATE TABLE holds (
  bucket      smallint NOT NULL,
  id          text COLLATE "C" NOT NULL,            -- the refund's
  order_id    text COLLATE "C" NOT NULL,
  marketplace text COLLATE "C" NOT NULL,
  reviewer    text COLLATE "C",
  held_at     bigint NOT NULL,
  review_by   bigint,
  open        boolean NOT NULL,
  PRIMARY KEY (bucket, id)
);
CREATE INDEX holds_open ON holds (held_at, id) WHERE open;
