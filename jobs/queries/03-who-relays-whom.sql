-- Which outlets relayed whose words, and which agency passed them on to us?
-- "via" is the outlet in "..., she said, according to the Ferro News Agency"; it is empty where the agency heard it itself.
SELECT q.via AS outlet,
       CASE WHEN len(q.speakers) > 0 THEN array_to_string(q.speakers, ', ') ELSE coalesce(q.source, '(nobody named)') END AS who,
       d.provider AS told_by,
       count(*) AS statements,
       min(q.said_on) AS first_said,
       max(q.said_on) AS last_said
  FROM read_parquet('output/current/quotations/*.parquet') AS q
  JOIN read_parquet('output/current/dispatches/*.parquet') AS d USING (dispatch_id)
 WHERE q.via IS NOT NULL
 GROUP BY outlet, who, told_by
 ORDER BY statements DESC, outlet, who, told_by;
