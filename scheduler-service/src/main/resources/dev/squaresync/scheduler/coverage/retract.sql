update coverage
set retracted_by = case when run_id = :ofRunId then :byRunId end
where data_type = :dataType
  and (run_id = :ofRunId and retracted_by is null or retracted_by = :ofRunId)
