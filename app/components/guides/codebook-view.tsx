/** A codebook to read: the four themes, their codes with when to use them and when not, facets and agreements. */
import { ThemeSign, topics } from "#app/components/ui/signs.tsx";
import type { Code, Codebook } from "#app/domain/codebook.ts";
import { type FacetId, facetIds } from "#app/domain/codebook.ts";
import { coding } from "#app/messages/coding.ts";
import { common } from "#app/messages/common.ts";
import { guideTexts } from "#app/messages/guides.ts";
import { useLanguage, useMessages } from "#app/messages/messages.ts";
import "#app/styles/guides.css";

function CodeEntry({ code }: { code: Code }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  return (
    <li className={code.retired ? "codebook-code is-retired" : "codebook-code"}>
      <h3>
        {code.name[language]}
        {code.retired && ` (${text.retired})`}
      </h3>
      <p>{code.definition[language]}</p>
      {code.sensitive && <p className="guide-condition">{text.sensitive}</p>}
      <dl>
        <div>
          <dt>{text.use}</dt>
          <dd>{code.use[language]}</dd>
        </div>
        <div>
          <dt>{text.notUse}</dt>
          <dd>{code.notUse[language]}</dd>
        </div>
        <div>
          <dt>{text.example}</dt>
          <dd className="stem">{code.example[language]}</dd>
        </div>
      </dl>
    </li>
  );
}

function Facets({ codebook }: { codebook: Codebook }) {
  const text = useMessages(guideTexts);
  const words = useMessages(common);
  const names = useMessages(coding).facets;
  const used = facetIds.filter((facet: FacetId) => codebook.facets[facet] !== undefined);
  if (used.length === 0) return null;
  return (
    <section className="codebook-extra" aria-labelledby="facets">
      <h2 id="facets">{text.facets}</h2>
      <dl>
        {used.map((facet) => (
          <div key={facet}>
            <dt>{names[facet].name}</dt>
            <dd>
              {codebook.facets[facet]?.values.map((value) => names[facet].values[value] ?? value).join(" · ")}
              <span className="soft small">
                {text.facetFor(
                  (codebook.facets[facet]?.appliesTo ?? []).map((theme) => words.themes[theme]).join(", "),
                )}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function CodebookView({ codebook }: { codebook: Codebook }) {
  const text = useMessages(guideTexts);
  const language = useLanguage();
  return (
    <>
      {codebook.themes.map((theme) => (
        <section key={theme.id} className="codebook-theme" data-topic={topics[theme.id]} aria-labelledby={theme.id}>
          <header>
            <ThemeSign theme={theme.id} size={52} decorative />
            <div>
              <h2 id={theme.id}>{theme.name[language]}</h2>
              <p>{theme.definition[language]}</p>
              <p className="soft small">{text.codeCount(theme.codes.filter((code) => !code.retired).length)}</p>
            </div>
          </header>
          <ul>
            {theme.codes.map((code) => (
              <CodeEntry key={code.id} code={code} />
            ))}
          </ul>
        </section>
      ))}
      <Facets codebook={codebook} />
      {codebook.rules && (
        <section className="codebook-extra" aria-labelledby="rules">
          <h2 id="rules">{text.rules}</h2>
          <ul lang="nl">
            {Object.values(codebook.rules).map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
