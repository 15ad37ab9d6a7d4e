-- wrk: reads one page again and again, with a session when one is given.
function init(args)
   wrong = 0
   local headers = {}
   if args[2] then headers["Cookie"] = "__Host-session=" .. args[2] end
   ready = wrk.format("GET", args[1], headers)
end

function request() return ready end
