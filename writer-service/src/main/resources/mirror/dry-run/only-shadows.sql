-- In a read-only transaction PostgreSQL writes to temporary tables, and refuses all others.
set session characteristics as transaction read only
