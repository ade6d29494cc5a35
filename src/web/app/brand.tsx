// The marketplace in the masthead: its name, picture and accent by its policy, for its buyers and sellers. The house, which serves several,
// sees ours.
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect, type ReactElement } from "react";
import { sessionQuery, usePerson } from "../api/person.ts";
import { marketplacesQuery, orderQuery } from "../api/queries.ts";
import { showName } from "../parts/brandName.ts";

export function Brand(): ReactElement {
  const look = useLook();
  const { name, logo, accent } = look ?? {};
  useEffect(() => {
    showName(name);
    const { style } = document.documentElement;
    const tokens = accent ? { "--teal": `light-dark(${accent.light}, ${accent.dark})`, "--wash": "color-mix(in srgb, var(--teal) 9%, var(--paper))" } : { "--teal": "", "--wash": "" };
    for (const [token, value] of Object.entries(tokens)) style.setProperty(token, value);
  }, [name, accent]);
  return <Link className="brand" to="/">{logo !== undefined && <img src={logo} alt="" />}{name ?? "Rescind"}</Link>;
}

/** How the pages of the order that is open look, else those of the person's own marketplace. */
function useLook() {
  const role = usePerson()?.role;
  const trades = role === "buyer" || role === "seller";
  const { orderId } = useParams({ strict: false }) as { orderId?: string };
  const { data: session } = useQuery(sessionQuery);
  const { data: order } = useQuery({ ...orderQuery(orderId ?? ""), enabled: trades && orderId !== undefined });
  const marketplace = trades ? (order?.marketplace ?? session?.person?.marketplace ?? null) : null;
  const { data } = useQuery({ ...marketplacesQuery, enabled: marketplace !== null });
  return data?.marketplaces.find(({ name }) => name === marketplace)?.look ?? null;
}
