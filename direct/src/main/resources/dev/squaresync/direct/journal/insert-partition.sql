insert into direct_partitions (run_id, data_type, partition_id, label, slice)
values (:runId, :dataType, :partitionId, :label, cast(:slice as jsonb))
