-- What did one person say, in their own words, and what stands around it in the text?
-- Change the name in the first line. Offsets are half-open and count code points from 0, as in Python's body[start:end];
-- DuckDB counts from 1 and includes both ends, so the same slice is body[start + 1:end] here.
WITH asked AS (SELECT 'Mirjam Castellane' AS speaker),
words AS (
    SELECT d.published_at, d.provider, d.source_uri, d.body, q.seq, q.content, unnest(q.content_spans) AS piece
      FROM asked
      JOIN read_parquet('output/current/quotations/*.parquet') AS q ON list_contains(q.speakers, asked.speaker)
      JOIN read_parquet('output/current/dispatches/*.parquet') AS d USING (dispatch_id)
     WHERE q.kind IN ('direct', 'mixed')
)
SELECT published_at,
       provider,
       source_uri,
       body[greatest(piece.start - 59, 1):piece.start] AS before,
       body[piece.start + 1:piece."end"] AS words,
       body[piece."end" + 1:piece."end" + 60] AS after
  FROM words
 ORDER BY published_at, source_uri, seq, piece.start;
