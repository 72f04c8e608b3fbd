-- What 02-equals-the-source.sql compares the mirror with; filled by whoever asks.
create temporary table source (
    data_type text not null,
    raw       jsonb not null
)
