-- How sure are we of what we publish? Statements by tenths of confidence, and the rule that decided most of each tenth.
SELECT least(floor(confidence * 10) / 10, 0.9) AS from_confidence,
       count(*) AS statements,
       round(100.0 * count(*) / sum(count(*)) OVER (), 1) AS percent,
       count(*) FILTER (WHERE kind = 'direct') AS direct,
       count(*) FILTER (WHERE kind = 'mixed') AS mixed,
       count(*) FILTER (WHERE kind = 'indirect') AS indirect,
       mode(rule) AS usual_rule
  FROM read_parquet('output/current/quotations/*.parquet')
 GROUP BY from_confidence
 ORDER BY from_confidence DESC;
