-- What was promised, announced or demanded for a day that had not come yet, and when is it due?
-- A date counts where it stands inside the words themselves and lies after the day on which they were said.
WITH pledges AS (
    SELECT q.*, unnest(q.content_spans) AS piece
      FROM read_parquet('output/current/quotations/*.parquet') AS q
     WHERE q.act IN ('promised', 'announced', 'demanded')
)
SELECT t.from_date AS due_from,
       t.to_date AS due_to,
       t.text AS in_words,
       p.said_on,
       CASE WHEN len(p.speakers) > 0 THEN array_to_string(p.speakers, ', ') ELSE coalesce(p.source, '(nobody named)') END AS who,
       p.act,
       p.content,
       d.source_uri
  FROM pledges AS p
  JOIN read_parquet('output/current/timexes/*.parquet') AS t
    ON t.dispatch_id = p.dispatch_id AND t.start >= p.piece.start AND t."end" <= p.piece."end"
  JOIN read_parquet('output/current/dispatches/*.parquet') AS d ON d.dispatch_id = p.dispatch_id
 WHERE t.to_date > coalesce(p.said_on, d.dateline_date, d.published_date)
 ORDER BY due_from, d.source_uri, p.seq, t.start;
