-- Who answered whom: which two people are both quoted in one dispatch with words of the same day, one after the other?
WITH said AS (
    SELECT q.dispatch_id, q.seq, q.said_on, q.act, q.content, q.speakers[1] AS speaker
      FROM read_parquet('output/current/quotations/*.parquet') AS q
     WHERE len(q.speakers) = 1 AND q.said_on IS NOT NULL
),
turns AS (
    SELECT *,
           lead(speaker) OVER following AS answered_by,
           lead(said_on) OVER following AS answered_on,
           lead(act) OVER following AS answer_act,
           lead(content) OVER following AS answer
      FROM said
    WINDOW following AS (PARTITION BY dispatch_id ORDER BY seq)
)
SELECT t.said_on AS day, t.speaker, t.act, t.content AS words, t.answered_by, t.answer_act, t.answer, d.source_uri
  FROM turns AS t
  JOIN read_parquet('output/current/dispatches/*.parquet') AS d USING (dispatch_id)
 WHERE t.answered_by <> t.speaker AND t.answered_on = t.said_on
 ORDER BY day DESC, d.source_uri, t.seq;
