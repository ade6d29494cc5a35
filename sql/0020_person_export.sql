-- What is kept of one person is found without walking everybody's: their files, and what was mailed to them.
CREATE INDEX evidence_of_uploader ON evidence (uploader_role, uploader_id, at, id);
CREATE INDEX mails_of_person ON mails (person, made_at DESC, id DESC);
