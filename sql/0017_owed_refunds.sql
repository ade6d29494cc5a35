-- A refund that failed and is still owed counts as an open one: the people who must send it again find it among the refunds.
UPDATE orders SET open_kinds = open_kinds | 8
WHERE open_kinds & 8 = 0 AND EXISTS (
  SELECT FROM json_array_elements(state -> 'refunds') AS refund
  WHERE refund ->> 'status' = 'failed' AND refund ->> 'replacedBy' IS NULL AND refund ->> 'chargeBackDue' = 'false' AND refund ->> 'coveredBy' IS NULL
);
