-- For this transaction only, so that it holds behind a connection pooler as well. Compiling a statement (jit) takes longer
-- than running it, and a page of 1000 orders does not fit into the default work_mem. Plans are made for each statement: one
-- that is kept from when the tables were empty scans them whole for each object, and a first sync takes many times as long.
-- The run is for the triggers that keep previous states; a change without one was made by hand.
select
    set_config('statement_timeout', :statementTimeout, true),
    set_config('lock_timeout', :lockTimeout, true),
    set_config('timezone', 'UTC', true),
    set_config('jit', 'off', true),
    set_config('plan_cache_mode', 'force_custom_plan', true),
    set_config('work_mem', '32MB', true),
    set_config('square_sync.run_id', :runId, true)
