insert into notices (channel, kind, subject, run_id, state, detail, at)
values (:channel, :kind, :subject, :runId, :state, :detail, :at)
