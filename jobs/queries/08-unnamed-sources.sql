-- Which statements rest on no named person: pronouns that we could not resolve, unnamed officials, papers, or no one at all?
SELECT coalesce(d.provider, '(unknown)') AS provider,
       q.source_form,
       coalesce(q.source, '(none)') AS source,
       count(*) AS statements,
       round(avg(q.confidence), 2) AS mean_confidence,
       min(d.source_uri) AS for_example
  FROM read_parquet('output/current/quotations/*.parquet') AS q
  JOIN read_parquet('output/current/dispatches/*.parquet') AS d USING (dispatch_id)
 WHERE len(q.speakers) = 0
 GROUP BY provider, q.source_form, q.source
 ORDER BY statements DESC, provider, q.source_form, source;
