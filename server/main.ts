import { serve } from './serve.ts';
import { StartProblem, terminalLanguage } from './kernel/start-problem.ts';

try {
  await serve(process.env);
} catch (error) {
  // A problem with the machine is one sentence that says what to do; anything else is a defect of ours.
  const text =
    error instanceof StartProblem
      ? error.sentence[terminalLanguage(process.env)]
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
