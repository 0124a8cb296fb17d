-- Who denied what, day by day?
-- The day is that of the utterance; where the text does not settle it, that of the dateline, then of publication.
SELECT coalesce(q.said_on, d.dateline_date, d.published_date) AS day,
       CASE WHEN len(q.speakers) > 0 THEN array_to_string(q.speakers, ', ') ELSE coalesce(q.source, '(nobody named)') END AS who,
       q.cue,
       q.content AS what,
       d.provider,
       d.source_uri
  FROM read_parquet('output/current/quotations/*.parquet') AS q
  JOIN read_parquet('output/current/dispatches/*.parquet') AS d USING (dispatch_id)
 WHERE q.act = 'denied'
 ORDER BY day NULLS LAST, d.source_uri, q.seq;
