select period, class, subject, sum(case when mark = '5' then 1 else 0 end), sum(case when mark = '4' then 1 else 0 end),
  sum(case when mark = '3' then 1 else 0 end), sum(case when mark = '2' then 1 else 0 end),
  sum(case when mark = 'н/а' then 1 else 0 end), sum(case when mark = 'осв' then 1 else 0 end)
  from marks group by period, class, subject order by period, class, subject;
select period, class, count(*), sum(case when low = 0 and none = 0 and three = 0 and four = 0 then 1 else 0 end),
  sum(case when low = 0 and none = 0 and three = 0 and four > 0 then 1 else 0 end), sum(case when low > 0 then 1 else 0 end)
  from (select period, class, pupil, sum(case when mark = '2' then 1 else 0 end) as low,
    sum(case when mark = 'н/а' then 1 else 0 end) as none, sum(case when mark = '3' then 1 else 0 end) as three,
    sum(case when mark = '4' then 1 else 0 end) as four, sum(case when mark <> 'осв' then 1 else 0 end) as given
    from marks group by period, class, pupil) as p where given > 0 group by period, class order by period, class;
select period, subject, sum(case when mark in ('5', '4', '3') then 1 else 0 end) * 100.0 / sum(case when mark <> 'осв' then 1 else 0 end),
  sum(case when mark in ('5', '4') then 1 else 0 end) * 100.0 / sum(case when mark <> 'осв' then 1 else 0 end)
  from marks group by period, subject order by period, subject;
