-- In the order of their ids, so that two that decide at the same time never wait for each other in a circle.
select id
from dead_letters
where %s
  and id > :after
order by id
limit :limit
for update
