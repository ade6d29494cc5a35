-- What was extended together is found again by its name. Only facts that carry one stand in the index: nothing else pays for it.
CREATE INDEX events_extended_together ON events ((data->>'batch'), order_id)
  WHERE type IN ('DeadlineExtended', 'DeadlineExtensionTakenBack') AND data->>'batch' IS NOT NULL;
