-- How many days lie between the dateline and publication, by agency, and what must not be printed (embargoed, withdrawn)?
SELECT coalesce(provider, '(unknown)') AS provider,
       count(*) AS dispatches,
       count(*) FILTER (WHERE dateline_date IS NOT NULL AND published_date IS NOT NULL) AS dated_twice,
       min(published_date - dateline_date) AS least_days,
       round(avg(published_date - dateline_date), 2) AS mean_days,
       max(published_date - dateline_date) AS most_days,
       count(*) FILTER (WHERE published_date < dateline_date) AS printed_before_filed,
       count(*) FILTER (WHERE embargo_until > published_at) AS sent_under_embargo,
       count(*) FILTER (WHERE pub_status <> 'usable') AS corrected_or_withdrawn
  FROM read_parquet('output/current/dispatches/*.parquet')
 GROUP BY 1
 ORDER BY mean_days DESC NULLS LAST, provider;
