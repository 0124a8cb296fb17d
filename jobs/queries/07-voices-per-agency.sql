-- How many different voices does each agency let speak, and how much of its copy goes to the loudest of them?
WITH voices AS (
    SELECT coalesce(d.provider, '(unknown)') AS provider, unnest(q.speakers) AS speaker
      FROM read_parquet('output/current/quotations/*.parquet') AS q
      JOIN read_parquet('output/current/dispatches/*.parquet') AS d USING (dispatch_id)
),
counted AS (
    SELECT provider, speaker, count(*) AS statements
      FROM voices
     GROUP BY provider, speaker
)
SELECT provider,
       count(*) AS voices,
       sum(statements) AS statements,
       first(speaker ORDER BY statements DESC, speaker) AS loudest,
       round(100.0 * max(statements) / sum(statements), 1) AS percent_of_loudest
  FROM counted
 GROUP BY provider
 ORDER BY voices DESC, provider;
