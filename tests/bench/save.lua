-- wrk: saves one score after another. Each thread has one connection and one scorecard of its own, and gives the
-- version back that the last answer told.
local threads = 0

function setup(thread)
   thread:set("number", threads)
   threads = threads + 1
end

local function nth(list, wanted)
   local at = 0
   for each in list:gmatch("[^,]+") do
      if at == wanted then return each end
      at = at + 1
   end
   error("wrk has more threads than there are scorecards")
end

function init(args)
   headers = {
      ["Cookie"] = "__Host-session=" .. args[1],
      ["X-CSRF-Token"] = args[2],
      ["Accept"] = "application/json",
      ["Content-Type"] = "application/x-www-form-urlencoded",
   }
   field = "field=score." .. args[3] .. "&value="
   path = "/judging/scorecards/" .. nth(args[4], number) .. "/save"
   version = nth(args[5], number)
   score, wrong = 2, 0
end

function request()
   score = score % 9 + 1
   return wrk.format("POST", path, headers, field .. score .. "&version=" .. version)
end

function response(status, _, body)
   local told = body:match('"version":(%d+)')
   if status ~= 200 or not told then wrong = wrong + 1 end
   version = told or version
end
