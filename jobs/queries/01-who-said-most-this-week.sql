-- Who said most in the last seven days of news?
-- The week ends with the newest dispatch, not with today's clock, so the answer is the same on a resting archive.
WITH week AS (
    SELECT max(published_date) - 6 AS first_day, max(published_date) AS last_day
      FROM read_parquet('output/current/dispatches/*.parquet')
),
said AS (
    SELECT unnest(q.speakers) AS speaker, q.kind, q.dispatch_id
      FROM read_parquet('output/current/quotations/*.parquet') AS q
      JOIN read_parquet('output/current/dispatches/*.parquet') AS d USING (dispatch_id)
      JOIN week ON d.published_date BETWEEN week.first_day AND week.last_day
     WHERE q.act NOT IN ('thought', 'planned')
)
SELECT speaker,
       count(*) AS statements,
       count(*) FILTER (WHERE kind <> 'indirect') AS in_own_words,
       count(DISTINCT dispatch_id) AS dispatches
  FROM said
 GROUP BY speaker
 ORDER BY statements DESC, in_own_words DESC, speaker
 LIMIT 20;
