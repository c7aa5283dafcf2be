/** Says no to taking part in an interview once it is told to, in a process of its own that can be killed: `… DATABASE INTERVIEW OPERATION`. */
import { operator } from "#app/domain/actor.ts";
import { openStore } from "#db/store.server.ts";

const [path = "", interviewId = "", opId = ""] = process.argv.slice(2);
const verbs = openStore(path).as(operator);
process.stdin.once("data", async () => {
  const answer = { state: "answered", value: "no" };
  const questionId = "consent-participate";
  await verbs.answers.save({ opId, interviewId, questionId, answer, baseSequence: 1, confirmHidden: true });
  process.stdout.write("done\n");
});
process.stdout.write("open\n");
