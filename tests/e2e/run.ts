/** Runs the browser journeys against the built application: `npm run e2e`, or `npm run e2e -- NAME…` for some of them. */
import { noise, startApplication } from "./application.ts";
import { codingByKeyboard, codingByPointer } from "./coding.ts";
import { hostileTexts } from "./hostile.ts";
import {
  interviewByKeyboard,
  interviewWithoutJavaScript,
  leavingInTheMiddle,
  twoDevices,
  typingBeforeTheScripts,
  typingWithoutConnection,
} from "./interview.ts";
import { everyScreen } from "./screens.ts";
import { comingIn, comingInByPasskey } from "./sign-in.ts";

/** In this order: screens first, while every state is still there. What the network itself says when it is cut off is expected. */
const journeys = {
  everyScreen,
  comingIn,
  comingInByPasskey,
  interviewByKeyboard,
  interviewWithoutJavaScript,
  typingWithoutConnection,
  twoDevices,
  leavingInTheMiddle,
  typingBeforeTheScripts,
  codingByKeyboard,
  codingByPointer,
  hostileTexts,
};
const expected = [/ERR_INTERNET_DISCONNECTED/, /status of 404/, /second-factor: .* status of 400/];

const wanted = process.argv.slice(2);
const application = await startApplication();
let failed = 0;
for (const [name, journey] of Object.entries(journeys)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const from = performance.now();
  noise.length = 0;
  try {
    await journey(application);
    const unexpected = noise.filter((line) => !expected.some((pattern) => pattern.test(line)));
    if (unexpected.length > 0) throw new Error(`unexpected noise on the console:\n${unexpected.join("\n")}`);
    console.log(`✓ ${name} (${Math.round(performance.now() - from)} ms)`);
  } catch (error) {
    failed += 1;
    console.log(`✗ ${name}\n${error instanceof Error ? error.stack : error}`);
  }
}
await application.stop();
process.exit(failed === 0 ? 0 : 1);
