import { chromium } from "playwright-core"; import fs from "node:fs"; import path from "node:path";
const [,, dir, width, out, cols="4", w="330", h="1150", from="0", n="8"] = process.argv;
const files = fs.readdirSync(dir).filter(f=>f.endsWith(`-${width}.png`)).sort().slice(+from, +from + +n);
const b = await chromium.launch({executablePath:"/usr/bin/chromium",args:["--no-sandbox","--disable-gpu","--disable-background-networking"]});
const p = await b.newPage({viewport:{width:cols*(+w+10)+10,height:800}});
await p.setContent(`<body style="margin:5px;background:#888;font:14px sans-serif;display:flex;flex-wrap:wrap;gap:10px">`+files.map(f=>`<div style="width:${w}px"><b style="background:#ff0">${f}</b><div style="height:${h}px;overflow:hidden;background:#fff"><img style="width:100%" src="data:image/png;base64,${fs.readFileSync(path.join(dir,f)).toString("base64")}"></div></div>`).join(""));
await p.screenshot({path:out,fullPage:true}); await b.close(); console.log(files.join(" "));
