-- What did each run take in, what did it turn away, and for which reasons?
WITH reasons AS (
    SELECT run_id, string_agg(code || ' ' || n, ', ' ORDER BY n DESC, code) AS rejected_for
      FROM (SELECT run_id, code, count(*) AS n
              FROM read_parquet('output/current/rejects/*.parquet')
             GROUP BY run_id, code) AS per_code
     GROUP BY run_id
)
SELECT r.run_id,
       r.started_at,
       r.files_read,
       r.records_read,
       r.accepted,
       r.duplicates,
       r.rejected,
       r.deferred,
       r.records_read - r.accepted - r.duplicates - r.rejected - r.deferred AS unaccounted,
       reasons.rejected_for
  FROM read_parquet('output/current/runs/*.parquet') AS r
  LEFT JOIN reasons USING (run_id)
 ORDER BY r.started_at DESC, r.run_id;
