import { test } from "node:test";
import { startTestServer } from "/work/main/test/support/client.ts";
test("x", async () => {
  const s = await startTestServer(); try {
  const ann = await s.as("buyer","ann"), sel = await s.as("seller","cactus");
  const { id } = await s.place();
  await ann.command(id,{type:"PayOrder",method:"card"}); await s.advance("PT2H");
  let last: any;
  for (let i=0;i<5;i++){ last = await s.operator.command(id,{type:"ExtendDeadline",deadline:"ExpireShipment",by:"P9999Y9999M9999W99999DT999999H"}); if(last.status!==200){console.log(i,last.status,JSON.stringify(last.body).slice(0,300));break;} }
  let r = await s.operator.get(`/v1/orders/${id}`); console.log(r.status, r.body.deadlines?.[0]);
  // shipBy far, ReducePrice 0, pay 0
  const o = await s.place({externalId:"z"});
  r = await sel.command(o.id,{type:"ReducePrice",totalMinor:0}); console.log(r.status, r.body.order?.money.totalMinor);
  r = await ann.command(o.id,{type:"PayOrder",method:"card"}); console.log(r.status, JSON.stringify(r.body).slice(0,300));
  await s.advance("PT2H");
  r = await ann.command(o.id,{type:"RequestCancellation",reason:"noLongerWanted"}); console.log(r.status, JSON.stringify(r.body).slice(0,200));
  r = await sel.command(o.id,{type:"AcceptCancellation"}); console.log(r.status, JSON.stringify(r.body).slice(0,200));
  // timing
  const p = await s.place({externalId:"t"});
  let t=performance.now(); for(let i=0;i<200;i++) await ann.get(`/v1/orders/${p.id}`); console.log("get ms", (performance.now()-t)/200);
  t=performance.now(); for(let i=0;i<100;i++) await s.operator.get(`/v1/orders?limit=50`); console.log("list ms", (performance.now()-t)/100);
  const raw = await fetch(`${s.url}/v1/orders/${p.id}`,{headers:{authorization:`Bearer a test's operator key`}}); console.log((await raw.text()).length);
  } finally { await s.close(); }
});
