/** Shows the compiled parts of a report on screen: the same blocks that the files are written from. */
import { Icon } from "#app/components/ui/icon.tsx";
import { PerspectiveSign, ThemeSign, topics } from "#app/components/ui/signs.tsx";
import { Speech } from "#app/components/ui/speech.tsx";
import type { Block, Finding, MatrixCell } from "#exports/outline-blocks.ts";
import { MarkdownText } from "./markdown-text.tsx";

function Rings({ rank }: { rank: number }) {
  return (
    <svg viewBox="0 0 40 40" aria-hidden="true">
      <circle cx="20" cy="20" r="3.4" fill="currentColor" />
      {[8, 12.6, 17.2].map((radius, index) => (
        <circle
          key={radius}
          cx="20"
          cy="20"
          r={radius}
          fill="none"
          stroke="currentColor"
          strokeWidth={index + 2 <= rank ? 2.4 : 1.1}
          strokeDasharray={index + 2 <= rank ? undefined : "1.6 2.6"}
        />
      ))}
    </svg>
  );
}

function Moon({ fill }: { fill: MatrixCell["fill"] }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true">
      {fill === "full" ? (
        <circle cx="16" cy="16" r="13.2" fill="currentColor" />
      ) : (
        <circle
          cx="16"
          cy="16"
          r="12"
          fill="none"
          stroke="currentColor"
          strokeWidth={fill === "withheld" ? 1.6 : 2.4}
          strokeDasharray={fill === "withheld" ? "2.4 3.2" : undefined}
        />
      )}
      {fill === "half" && <path d="M16 4a12 12 0 0 0 0 24z" fill="currentColor" />}
    </svg>
  );
}

function FindingView({ finding }: { finding: Finding }) {
  const { theme, title, text, breadth, seenBy, details, said } = finding;
  return (
    <article className="learning" data-topic={topics[theme]}>
      <h3>{title}</h3>
      <div className="cols">
        <div className="why">
          <p>{text}</p>
          {breadth && (
            <p className="breadth">
              <Rings rank={breadth.rank} />
              <span>
                <b>{breadth.name}</b>
                <small>{breadth.meaning}</small>
              </span>
            </p>
          )}
          {seenBy.length > 0 && (
            <ul className="seen">
              {seenBy.map(({ perspective, name }) => (
                <li key={perspective}>
                  <PerspectiveSign perspective={perspective} withName name={name} size={16} />
                </li>
              ))}
            </ul>
          )}
          {details.map((detail) => (
            <p key={detail} className="hint">
              {detail}
            </p>
          ))}
        </div>
        {said.length > 0 && (
          <div className="said">
            {said.map(({ perspective, who, text: words }) => (
              <figure key={`${perspective} ${words}`}>
                <Speech as="blockquote" quote>
                  “{words}”
                </Speech>
                <figcaption>
                  <PerspectiveSign perspective={perspective} withName name={who} size={16} />
                </figcaption>
              </figure>
            ))}
          </div>
        )}
      </div>
    </article>
  );
}

function TableView({ block }: { block: Extract<Block, { kind: "table" }> }) {
  return (
    <table className="table">
      <caption className="hint">{block.caption}</caption>
      <thead>
        <tr>
          {block.head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row) => (
          <tr key={row.join("|")}>
            {row.map((cell, index) =>
              index === 0 ? (
                <th key={block.head[index]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={block.head[index]} data-label={block.head[index]}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MatrixView({ block }: { block: Extract<Block, { kind: "matrix" }> }) {
  return (
    <table className="table matrix">
      <caption className="hint">{block.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{block.corner}</th>
          {block.columns.map(({ perspective, name }) => (
            <th key={perspective} scope="col">
              <PerspectiveSign perspective={perspective} withName name={name} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {block.rows.map(({ theme, name, cells }) => (
          <tr key={theme}>
            <th scope="row">
              <span className="topic" data-topic={topics[theme]}>
                <ThemeSign theme={theme} size={28} decorative />
                {name}
              </span>
            </th>
            {cells.map((cell, index) => (
              <td key={block.columns[index]?.perspective} data-label={block.columns[index]?.name}>
                <div className="mark" data-topic={topics[theme]}>
                  <Moon fill={cell.fill} />
                  <b>{cell.word}</b>
                  {cell.detail !== "" && <small>{cell.detail}</small>}
                </div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One block of a compiled report. */
export function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case "own-text":
      return <MarkdownText source={block.markdown} />;
    case "empty":
      return <p className="untold">{block.text}</p>;
    case "paragraph":
      return <p className="measure">{block.text}</p>;
    case "key-points":
      return (
        <ol className="five">
          {block.items.map(({ theme, themeName, text }) => (
            <li key={text}>
              {theme ? <ThemeSign theme={theme} decorative /> : <span />}
              <span>
                {theme && <span className="vh">{themeName}: </span>}
                {text}
              </span>
            </li>
          ))}
        </ol>
      );
    case "lines":
      return (
        <div>
          {block.title !== null && <h3>{block.title}</h3>}
          <ul className="lines">
            {block.items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </div>
      );
    case "findings":
      return (
        <div>
          {block.items.map((finding) => (
            <FindingView key={`${finding.theme} ${finding.title}`} finding={finding} />
          ))}
        </div>
      );
    case "table":
      return <TableView block={block} />;
    case "matrix":
      return <MatrixView block={block} />;
    case "questions":
      return (
        <div className="asks">
          {block.items.map((item) => (
            <p key={item} className="ask-diff">
              <Icon name="talk" />
              <span>{item}</span>
            </p>
          ))}
        </div>
      );
    case "withheld":
      return (
        <ul className="held">
          {block.items.map(({ what, why }) => (
            <li key={what}>
              <Icon name="eye-off" />
              <p>
                <b>{what}</b>
                <span>{why}</span>
              </p>
            </li>
          ))}
        </ul>
      );
    case "definitions":
      return (
        <dl className="defined">
          {block.items.map(({ term, text }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      );
  }
}
