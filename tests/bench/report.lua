-- The end of every load: a line for tests/bench/run, which puts this after the script of the load.
local all = {}
local own_setup = setup

function setup(thread)
   table.insert(all, thread)
   if own_setup then own_setup(thread) end
end

function done(summary, latency)
   local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout
   for _, thread in ipairs(all) do wrong = wrong + (thread:get("wrong") or 0) end
   if wrong > 0 then print("FAILED " .. wrong .. " answers of " .. summary.requests) end
   print(string.format("RESULT %.0f %.2f %.2f", summary.requests / (summary.duration / 1e6),
      latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
