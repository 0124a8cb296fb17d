-- From which places do statements reach us, and how many of them are quoted word for word?
SELECT coalesce(d.dateline_place, '(no dateline)') AS place,
       d.dateline_country AS country,
       count(DISTINCT d.dispatch_id) AS dispatches,
       count(q.quotation_id) AS statements,
       count(q.quotation_id) FILTER (WHERE q.kind = 'direct') AS word_for_word
  FROM read_parquet('output/current/dispatches/*.parquet') AS d
  LEFT JOIN read_parquet('output/current/quotations/*.parquet') AS q USING (dispatch_id)
 GROUP BY place, country
 ORDER BY statements DESC, place, country;
