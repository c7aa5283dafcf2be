/** Who speaks, about whom, and the question: above the answer, and small at the upper edge once that has scrolled away. */
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { ButtonLink } from "#app/components/ui/button.tsx";
import { PerspectiveSign } from "#app/components/ui/signs.tsx";
import type { Perspective } from "#app/domain/guide.ts";
import { coding } from "#app/messages/coding.ts";
import { common } from "#app/messages/common.ts";
import { useMessages } from "#app/messages/messages.ts";

type HeadProps = {
  perspective: Perspective;
  youthLabel: string;
  question: string;
  /** The name of the region, and whether everything in it is practice. */
  region: string;
  position: number;
  total: number;
  listTo: string;
  previousTo: string | null;
  nextTo: string | null;
};

/** Whether an element has scrolled out at the upper edge; false where that cannot be watched. */
function useScrolledAway() {
  const element = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  useEffect(() => {
    if (!element.current || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setAway(!entry.isIntersecting && entry.boundingClientRect.top < 0);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return { element, away };
}

export function AnswerHead(props: HeadProps) {
  const { perspective, youthLabel, question, region, position, total, listTo, previousTo, nextTo } = props;
  const words = useMessages(coding);
  const names = useMessages(common);
  const { element, away } = useScrolledAway();
  const who = words.about(names.perspectives[perspective], youthLabel);
  return (
    <>
      {away ? (
        <div className="code-strip" aria-hidden="true">
          <div className="wrap">
            <PerspectiveSign perspective={perspective} withName name={who} size={16} />
            <span className="code-strip-question">{question}</span>
          </div>
        </div>
      ) : null}
      <div className="code-top" ref={element}>
        <div className="code-about">
          <p className="eyebrow row">
            <PerspectiveSign perspective={perspective} withName name={who} size={16} />
            <span>{region}</span>
            {position > 0 ? <span>{words.answerOf(position, total)}</span> : null}
            <Link to={listTo}>{words.toList}</Link>
          </p>
          <h1>{question}</h1>
        </div>
        <div className="row">
          {previousTo ? (
            <ButtonLink to={previousTo} kind="plain" rel="prev">
              {words.previousAnswer}
            </ButtonLink>
          ) : null}
          {nextTo ? (
            <ButtonLink to={nextTo} kind="secondary" arrow rel="next">
              {words.nextAnswer}
            </ButtonLink>
          ) : null}
        </div>
      </div>
    </>
  );
}
