// Which addresses a webhook may lead to: the public internet, and never the house's own network, whatever a name says or is
// changed to later. The check is made of the very address that is connected to. In the sandbox this machine may be called too.
import { lookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** Whether this address is one of the public internet, or, where that is allowed, of this machine. */
export function mayBeCalled(address: string, loopback: boolean): boolean {
  if (!ipaddr.isValid(address)) return false;
  const range = ipaddr.process(address).range();
  return range === "unicast" || (loopback && range === "loopback");
}

/** Why an address cannot be a receiver's at all; null where it can. */
export function refusedUrl(text: string, sandbox: boolean): string | null {
  if (!URL.canParse(text)) return "must be an absolute address";
  const { protocol, username, password, hostname, hash } = new URL(text);
  if (protocol !== "https:" && !(sandbox && protocol === "http:")) return "must begin with https://";
  if (username !== "" || password !== "" || hash !== "") return "must carry neither a user name nor a fragment";
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0) return mayBeCalled(host, sandbox) ? null : "leads into a private network";
  return host.includes(".") || (sandbox && host === "localhost") ? null : "must be a full host name";
}

/** A name is looked up and its addresses checked in one, so that it cannot mean another one when it is connected to. */
export function checkedLookup(loopback: boolean): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, "");
      const refused = addresses.find(({ address }) => !mayBeCalled(address, loopback));
      if (refused || addresses.length === 0) return done(Object.assign(new Error(`${hostname} leads to ${refused?.address ?? "nowhere"}, which is not on the public internet`), { code: "EPRIVATE" }), "");
      if (options.all) return done(null, addresses);
      return done(null, addresses[0]!.address, addresses[0]!.family);
    });
  };
}
