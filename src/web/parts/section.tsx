// The head of a page and of a section: what it is, and how much. Rules carry the structure.
import { useEffect, useId, useRef, type ReactElement, type ReactNode } from "react";
import { hasArrived } from "./arrival.ts";
import { titled } from "./brandName.ts";

type HeadProps = { title: string; sum?: ReactNode; sub?: ReactNode; subRight?: ReactNode; crumb?: ReactNode };

/** The page's head. A change of page puts the focus on its heading, so that it is read out; the first page does not take it. */
export function Head({ title, sum, sub, subRight, crumb }: HeadProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = titled(title);
  }, [title]);
  useEffect(() => {
    if (hasArrived()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      {crumb !== undefined && <p className="crumb">{crumb}</p>}
      <div className="head">
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        {sum === undefined ? <span /> : <p className="sum">{sum}</p>}
        {sub !== undefined && <p className="sub">{sub}</p>}
        {subRight !== undefined && <p className="sub">{subRight}</p>}
      </div>
    </>
  );
}

type SectionProps = { title: string; aside?: ReactNode; id?: string; children: ReactNode };

export function Section({ title, aside, id, children }: SectionProps): ReactElement {
  const name = useId();
  return (
    <section id={id} aria-labelledby={name}>
      <div className="section-head">
        <h2 id={name}>{title}</h2>
        {aside !== undefined && <p>{aside}</p>}
      </div>
      {children}
    </section>
  );
}

/** Names with what holds of each. */
export function Facts({ rows }: { rows: readonly (readonly [name: string, fact: ReactNode, small?: ReactNode])[] }): ReactElement {
  return (
    <dl className="facts">
      {rows.map(([name, fact, small]) => (
        <div key={name}><dt>{name}</dt><dd>{fact}{small !== undefined && small !== null && <small>{small}</small>}</dd></div>
      ))}
    </dl>
  );
}
